/** A page's model and a template to bytes, within bounds of time, memory and reach. The only room that knows FreeMarker: its types stay inside. */
package io.zhibu.template;
