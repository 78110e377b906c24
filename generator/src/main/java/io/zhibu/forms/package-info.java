/**
 * Settings of the form editors in a forge's web page, Decap CMS and Sveltia CMS, from the types and vocabularies: who writes there fills in
 * the same fields and picks the same words that the checks hold an entry to.
 */
package io.zhibu.forms;
