<#include "header.ftl">
<#include "menu.ftl">
<#import "lib/macros.ftl" as m>
<h1>${(content.title)!"no title"}</h1>
${content.body}
<p>${content.status} ${content.cached?c} ${content.rendered?c} ${content.sourceuri} ${content.uri} ${content.sha1}</p>
<#if (content.previousContent)??><a rel="prev" href="${content.rootpath}${content.previousContent.uri}">${(content.previousContent.title)!"-"}</a></#if>
<#if (content.nextContent)??><a rel="next" href="${content.rootpath}${content.nextContent.uri}">${(content.nextContent.title)!"-"}</a></#if>
<@m.keys content/>
<#include "footer.ftl">
