<#macro list name documents>
${name}: <#list documents as d>${d.uri}(${(d.noExtensionUri)!"-"}|${(d.title)!"?"}|${d.status}) </#list>
</#macro>
