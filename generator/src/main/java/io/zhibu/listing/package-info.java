/** The first page, lists and the indexes over them. */
package io.zhibu.listing;
