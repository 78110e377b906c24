User-agent: *
<#if site.host??>Sitemap: ${site.host}/sitemap.xml
</#if>