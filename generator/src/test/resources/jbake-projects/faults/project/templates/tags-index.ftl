<#list alltags as t>[${t}]</#list>
