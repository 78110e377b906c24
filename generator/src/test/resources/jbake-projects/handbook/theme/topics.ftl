[${content.rootpath}] ${content.type} <#list tags as t>${t.name}=${t.uri} </#list>
