/**
 * A Word document to a manuscript: paragraphs, tables, notes and pictures in reading order, and what of it can't be carried over. Trusts
 * nothing that the file says of itself, unpacks and keeps a bounded amount, follows no link, writes no file.
 */
package io.zhibu.docx;
