/** Runs the stages in order and times them. Ends in an output and can't reach the live site: it doesn't know the room that writes. */
package io.zhibu.build;
