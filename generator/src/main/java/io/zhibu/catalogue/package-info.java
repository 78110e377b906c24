/** Puts pages in order: by type, tag, unit and year; who relates to whom; how many there are. Pure: no files, no clock. */
package io.zhibu.catalogue;
