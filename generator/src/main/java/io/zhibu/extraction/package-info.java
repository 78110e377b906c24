/**
 * The words in files that aren't edited here, for those who must read them: documents of offices, tables, plain texts; and whether a photo
 * says where it was taken. Takes bounded memory whatever a file unpacks to, follows nothing that a file names, and changes none.
 */
package io.zhibu.extraction;
