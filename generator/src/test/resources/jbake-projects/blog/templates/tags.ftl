<#include "header.ftl">
<#import "lib/macros.ftl" as m>
<h1>Tag: ${tag}</h1>
<@m.documents tag_posts content.rootpath/>
<h2>tagged_documents</h2>
<@m.documents tagged_documents content.rootpath/>
<p>${db.getPublishedPostsByTag(tag)?size}<#list db.getPublishedPostsByTag(tag) as post> ${post.title}</#list></p>
<@m.keys content/>
<#include "footer.ftl">
