/** Says what is wrong, where, and how to put it right. Values only: nothing here prints, throws or reads a file. */
package io.zhibu.diagnostic;
