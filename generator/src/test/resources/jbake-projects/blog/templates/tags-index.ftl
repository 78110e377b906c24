<#include "header.ftl">
<#list tags as tag>
<p><a href="${content.rootpath}${tag.uri}">${tag.name}</a> ${tag.tagged_posts?size}/${tag.tagged_documents?size}<#list tag.tagged_documents as doc> ${doc.uri}</#list></p>
</#list>
<p><#list alltags as name>${name} </#list></p>
<p><#list (alltags?sequence)?sort as name>${name} </#list></p>
<#include "footer.ftl">
