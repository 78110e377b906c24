/** All files of a site: plans each now, makes it when the output is read, and looks through it then. Writes nothing. */
package io.zhibu.render;
