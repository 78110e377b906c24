<#list published_content as p>${p.uri} ${p.date?time}
</#list>
