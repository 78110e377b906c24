/**
 * Catalogue and {@code templates/} to HTML files, feeds and sitemap, by JBake's contract. The only room that knows JBake and FreeMarker:
 * their types stay inside. It writes nothing: each file is made when the output is read.
 */
package io.zhibu.render;
