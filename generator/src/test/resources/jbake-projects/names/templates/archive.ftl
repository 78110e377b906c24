<#list published_posts as p>${p.title} ${p.body?length} ${p.date?date}
</#list>
