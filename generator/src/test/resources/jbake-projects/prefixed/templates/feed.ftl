<#list published_posts as p>${p.body?html}</#list>${published_date?date?string.full}
