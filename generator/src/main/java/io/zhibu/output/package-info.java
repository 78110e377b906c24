/** The finished site as a value: sorted address to a source of bytes, made on demand and read once; refuses two files at one address. */
package io.zhibu.output;
