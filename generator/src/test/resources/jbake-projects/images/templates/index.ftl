<#list published_posts as p>${p.uri} ${p.date?string("yyyy-MM-dd MMMM")}
${p.body}
</#list>