<!DOCTYPE html>
<html lang="zh">
  <head>
    <meta charset="${config.render_encoding}"/>
    <title><#if (content.title)??>${content.title?html} - </#if>${config.site_title}</title>
    <meta name="generator" content="JBake"/>
    <link rel="stylesheet" href="<#if (content.rootpath)??>${content.rootpath}<#else></#if>css/base.css"/>
    <link rel="canonical" href="${config.site_host}/${(content.uri)!""}"/>
  </head>
  <body data-type="${content.type}" data-root="${content.rootpath}">
