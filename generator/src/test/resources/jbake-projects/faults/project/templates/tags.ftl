${tag}: <#list tagged_documents as d>${d.uri} </#list>
