<#list published_content as c>${config.site_host}${c.uri} ${c.date?datetime?iso_utc}
</#list>