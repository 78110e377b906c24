/** Pictures that lie beside entries: how large they are, what is wrong with them, and narrower ones for small screens. Shows none. */
package io.zhibu.picture;
