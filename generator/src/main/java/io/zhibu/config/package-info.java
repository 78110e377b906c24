/** Reads {@code site-config/} into one immutable value. It looks at no content and no template. */
package io.zhibu.config;
