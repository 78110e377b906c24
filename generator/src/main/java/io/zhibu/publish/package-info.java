/** Writes an output: to a sibling folder that is renamed into place. The only room that writes files. */
package io.zhibu.publish;
