<#list tags as t>${t.name} ${t.uri} ${t.tagged_posts?size} ${t.tagged_documents?size}
</#list><#list alltags as t>${t} </#list> ${content.rootpath}
