/** Reads YAML keeping line and column of every value. The only room that knows the YAML library; what a value means is for others. */
package io.zhibu.yaml;
