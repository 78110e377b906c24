/**
 * The sites of many nights beside each other in one folder: each is written whole, proved and then switched to, the last few stay. What
 * readers get is {@code current}; what it leads to never changes. Asks no clock and knows nothing of how a site is made.
 *
 * <pre>
 * DIR/.zhibu-releases          that the folder is ours, and how it switches
 * DIR/.zhibu-lock              who is at work here, while somebody is
 * DIR/current                  a link to the site of one release; on a disk without links the site itself
 * DIR/releases/0007-20261127/  MANIFEST and site/
 * DIR/state/                   the last good sources of each entry, and Git revisions they came from
 * </pre>
 */
package io.zhibu.release;
