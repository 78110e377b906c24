/** What editors look up, made from what the site is checked by. */
package io.zhibu.manual;
