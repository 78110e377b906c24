<#include "header.ftl">
<#include "menu.ftl">
<#import "lib/macros.ftl" as m>
<#list posts as post>
<#if (post.status == "published")>
  <article>
    <h1><a href="${post.uri}">${post.title}</a></h1>
    <p>${post.date?string("dd MMMM yyyy")} - ${post.date?date} - ${post.date?datetime?iso_utc}</p>
    <div>${post.body}</div>
  </article>
</#if>
<#if post_index == 2><#break/></#if>
</#list>
<h2>published_content</h2>
<@m.documents published_content content.rootpath/>
<h2>all_content</h2>
<@m.documents all_content content.rootpath/>
<h2>projects</h2>
<@m.documents projects content.rootpath/>
<h2>published_projects</h2>
<@m.documents published_projects content.rootpath/>
<h2>notes</h2>
<@m.documents notes content.rootpath/>
<h2>pages</h2>
<@m.documents pages content.rootpath/>
<h2>counts</h2>
<p>${published_posts?size} ${posts?size} ${db.getPublishedCount("post")} ${db.getDocumentCount("post")} ${published_posts?first.title} ${(published_posts?last.title)!}</p>
<p>${config.blog_greeting} ${config.my_key_with\-dash} <#list config.blog_social_links as link>${link} </#list>${config.index_posts_per_page} ${config.index_paginate?c} ${config.render_sitemap} ${config.template_project_extension}</p>
<p><#list data.get("team.yml").people as member>${member.name} (${member.years}) </#list>${data.get("site.yaml").motto} ${(data.get("none.yml").x)!"nothing"} ${(data.get("people/nested.yml").never)!"not read"} <#list data.get("list.yml").data as item>${item};</#list></p>
<#include "footer.ftl">
