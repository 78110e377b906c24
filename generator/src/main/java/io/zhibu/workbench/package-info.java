/**
 * A desk in the browser for those who don't use Git: entries in forms and plain Markdown, kept as drafts beside the site until they are
 * saved, and sent to be reviewed. Knows the site through its preview; trusts no request.
 */
package io.zhibu.workbench;
