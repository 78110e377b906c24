/** What readers may subscribe to, as Atom and as JSON. */
package io.zhibu.feed;
