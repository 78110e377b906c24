${(content.title)!"untitled"}|${content.type}|${content.rootpath}|${content.uri}|${(content.noExtensionUri)!"-"}|<#list content.tags as t>[${t}]</#list>|${(content.x)!}|${(content.arr)!}|<#if content.json??><#list content.json?keys?sort as k>${k};</#list>${content.json.e} ${content.json.d} ${content.json.i} ${content.json.s} ${content.json.t?c} ${content.json.a?size}</#if>
${content.body}
prev ${(content.previousContent.title)!"-"} next ${(content.nextContent.title)!"-"} ${content.status} ${content?keys?join(",")}
