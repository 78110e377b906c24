/**
 * Pages to a Lucene index, the index to files that a browser searches, and questions answered from the index by the same rules. The
 * rules and the format of the files are in {@code generator/docs/search.md}. Knows nothing of how pages look.
 */
package io.zhibu.search;
