<#assign ps = published_posts>${currentPageNumber}/${numberOfPages} <#list ps as p>${p.title} ${p.date?string("yyyy-MM-dd HH:mm")} ${p.uri}
</#list>
<#list .data_model["long-notes"] as n>${n.title}</#list> <#list pictures as n>${n.title} ${n.uri}</#list>
${config.site_title} [${config.blog_cont}] ${config.blog_esc} ${config.blog_ref} [${config.blog_empty}] <#list config.blog_list as x>(${x})</#list> <#if config.blog_twice?is_sequence><#list config.blog_twice as x>(${x})</#list></#if> ${config.tag_path} ${config.index_posts_per_page}
<#assign l = data.get("l.yaml").data>${l[0].a} ${l[0].b} ${l[1]} ${data.get("m.yml").n} ${data.get("m.yml").b?c} ${data.get("m.yml").t}
<#list db.getPublishedPosts(true) as p>${p.title} </#list>|<#list db.getPublishedContent("page") as p>${p.title} </#list> ${db.getAllTags()?size} ${db.getTags()?size} ${db.getDocumentByUri("d.htm")?size}
${1234567.891} ${0.5} ${published_date?datetime}
<#list all_content as c>${c.uri} <#if c.title??>${c.title}</#if> ${c.status}
</#list>
