<nav>
  <a href="${content.rootpath}index.html">首页</a>
  <a href="${content.rootpath}${config.archive_file}">归档</a>
  <a href="${content.rootpath}${config.feed_file}">Feed</a>
  <#list published_pages as page><a href="${content.rootpath}${page.uri}"<#if content.uri?? && page.uri == content.uri> aria-current="page"</#if>>${page.title}</a> </#list>
</nav>
