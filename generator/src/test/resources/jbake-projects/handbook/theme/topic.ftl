<#import "lists.ftl" as l>
${tag} [${content.rootpath}] ${content.type}
<@l.list "tag_posts" tag_posts/>
<@l.list "tagged_documents" tagged_documents/>
