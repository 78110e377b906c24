/** A small HTTP/1.1 server for a few readers nearby. Knows nothing of sites; trusts no client. */
package io.zhibu.preview.http;
