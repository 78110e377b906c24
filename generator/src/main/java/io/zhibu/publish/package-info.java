/** Writes an output: to a sibling folder that is renamed into place. The only room that writes what readers get. */
package io.zhibu.publish;
