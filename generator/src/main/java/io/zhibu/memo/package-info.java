/**
 * What stages of a build keep for the next one: a value packed into bytes, under the digest of all that it was made from. Knows no stage
 * and writes nothing.
 */
package io.zhibu.memo;
