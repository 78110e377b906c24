${tag} ${content.rootpath} <#list tag_posts as p>${p.title} </#list>|<#list tagged_documents as p>${p.title} </#list>
