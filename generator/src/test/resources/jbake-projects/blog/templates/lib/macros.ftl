<#-- Shared by all pages: a list of documents with links that work from any depth. -->
<#macro documents list root>
<ul>
<#list list as doc>
  <li><a href="${root}${doc.uri}">${(doc.title)!"(untitled)"}</a> <time datetime="${doc.date?string("yyyy-MM-dd'T'HH:mm:ssXXX")}">${doc.date?string("dd MMMM yyyy, EEEE")}</time> ${doc.type}/${doc.status}<#if doc.tags?has_content> [<#list doc.tags as tag>${tag}<#sep>|</#sep></#list>]</#if></li>
</#list>
</ul>
</#macro>

<#macro kind value>
<#if value?is_string>string<#elseif value?is_boolean>boolean<#elseif value?is_number>number<#elseif value?is_date>date<#elseif value?is_sequence>sequence<#elseif value?is_collection>collection<#elseif value?is_hash>hash<#else>other</#if></#macro>

<#macro keys doc>
<dl>
<#list doc?keys?sort as key>
  <dt>${key}</dt><dd><#if doc[key]??><@kind doc[key]/><#else>missing</#if></dd>
</#list>
</dl>
</#macro>
