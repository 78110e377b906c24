/** Notices that files changed, whatever the system tells of it and whichever way a program saves. Reads none of them. */
package io.zhibu.preview.watch;
