<#include "../header.ftl">
<h1>Note: ${content.title}</h1>
${content.body}<#if content.previousContent??>< ${content.previousContent.title}</#if><#if content.nextContent??>> ${content.nextContent.title}</#if>
<#include "/footer.ftl">
