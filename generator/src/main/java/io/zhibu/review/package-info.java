/** The review sheet: one entry on paper for the three who review it, with the digests of what they see. */
package io.zhibu.review;
