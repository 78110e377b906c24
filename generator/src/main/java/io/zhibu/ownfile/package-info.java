/** Reads a file that somebody put into the site, and never one that a link leads to, even if it became a link a moment ago. */
package io.zhibu.ownfile;
