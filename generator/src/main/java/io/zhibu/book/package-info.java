/** A collection as a PDF that can be printed. Knows nothing of the site's pages and writes no file. */
package io.zhibu.book;
