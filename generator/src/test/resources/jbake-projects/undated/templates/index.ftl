<#list published_pages as p>${p.uri} ${(p.date?string("yyyy-MM-dd HH:mm:ss"))!"no date"}
</#list>