/**
 * A small HTTP/1.1 server for a few readers nearby, and who may ask it. Knows nothing of sites; trusts no client.
 */
package io.zhibu.http;
