/** Files that readers fetch from beside an entry: which kinds are taken, whether each is of its kind, and whom it names. Changes none. */
package io.zhibu.attachment;
