<#import "lists.ftl" as l>
root=[${content.rootpath}] type=${content.type} page ${currentPageNumber} of ${numberOfPages}
previous=[${(previousFileName)!"none"}] next=[${(nextFileName)!"none"}]
<#list published_posts as post>
== ${post.title} ${post.date?string("d MMMM yyyy HH:mm zzz")}
${post.body}
</#list>
<@l.list "published_posts" published_posts/>
<@l.list "posts" posts/>
<@l.list "published_pages" published_pages/>
<@l.list "published_content" published_content/>
<@l.list "all_content" all_content/>
<#assign steps = .data_model["step-by-steps"]>
<@l.list "step-by-steps" steps/>
<@l.list "published_raw_texts" published_raw_texts/>
facts: <#list facts as f>${f.name} ${f.sourceuri} </#list>
${data.get("river.yml").length?c} ${config.index_paginate?c} ${config.uri_noExtension} ${config.data_file_docType} <#list config.markdown_extensions as e>${e};</#list> ${config.jvm_locale}
${db.getStart()} ${db.getLimit()}
