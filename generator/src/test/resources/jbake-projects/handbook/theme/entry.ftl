<title>${(content.title)!"untitled"}</title>
[${content.rootpath}] ${content.uri} ${(content.noExtensionUri)!"-"} ${content.status} <#list content.tags as t>#${t}</#list>
${content.date?datetime} ${content.date?string["EEEE d MMMM"]}
<#list content?keys?sort as key>${key} </#list>
${content.body}
<#if content.previousContent??>prev ${content.previousContent.uri} ${(content.previousContent.noExtensionUri)!"-"} ${(content.previousContent.title)!"-"}</#if>
<#if content.nextContent??>next ${content.nextContent.uri} ${(content.nextContent.noExtensionUri)!"-"} ${(content.nextContent.title)!"-"}</#if>
