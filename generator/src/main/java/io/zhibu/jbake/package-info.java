/** JBake's contract: what templates get, under its names and in its types, and every page of a project of its own. The only room that knows JBake. */
package io.zhibu.jbake;
