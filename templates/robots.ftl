User-agent: *
Disallow:
<#if site.host?? && (config.render_sitemap!true)?string == "true">
Sitemap: ${site.host?remove_ending("/")}/sitemap.xml
</#if>
