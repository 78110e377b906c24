<#include "header.ftl">
<#include "menu.ftl">
<#import "lib/macros.ftl" as m>
<h1>${content.title}</h1>
<p><em>${content.date?string("dd MMMM yyyy")}</em> ${content.date?datetime?string.full_long} ${content.date?long?c} ${content.date?date}</p>
<#if content.tags??><p><#list content.tags as tag><a href="${content.rootpath}${config.tag_path}/${tag}${config.output_extension}">${tag}</a> </#list></p></#if>
<#if content.author??><p>${content.author}</p></#if>
<#if content.summary??><p>${content.summary}</p></#if>
<#if content.place??><p><#list content.place?keys?sort as key>${key}=<#if !content.place[key]??>null<#elseif content.place[key]?is_sequence><#list content.place[key] as v>${v},</#list><#elseif content.place[key]?is_hash><#list content.place[key]?keys as k>${k}:${content.place[key][k]};</#list><#elseif content.place[key]?is_boolean>${content.place[key]?c}<#else>${content.place[key]}</#if> </#list></p></#if>
${content.body}
<hr/>
<#if content.previousContent??><a rel="prev" href="${content.rootpath}${(content.previousContent.noExtensionUri)!content.previousContent.uri}">${(content.previousContent.title)!"-"}</a></#if>
<#if content.nextContent??><a rel="next" href="${content.rootpath}${(content.nextContent.noExtensionUri)!content.nextContent.uri}">${(content.nextContent.title)!"-"}</a></#if>
<@m.keys content/>
<#include "footer.ftl">
