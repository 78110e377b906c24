/** Chinese characters: how they are read aloud and written, what comes first by either, which are family names, and which spellings count as one. Knows nothing of pages. */
package io.zhibu.hanzi;
