/** What every site of Zhibu's stands on, and how a site's own files lie over it, file by file. */
package io.zhibu.builtin;
