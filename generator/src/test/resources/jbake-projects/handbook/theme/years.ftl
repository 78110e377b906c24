<#import "lists.ftl" as l>
root=[${content.rootpath}] ${currentPageNumber}/${numberOfPages} [${previousFileName}] [${nextFileName}]
<@l.list "published_posts" published_posts/>
<@l.list "archives" archives/>
<@l.list "masterindexs" masterindexs/>
<@l.list "tagsindexs" tagsindexs/>
