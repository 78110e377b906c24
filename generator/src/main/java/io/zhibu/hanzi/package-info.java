/** Chinese characters: how they are read aloud, which are family names, and which spellings count as one. Knows nothing of pages. */
package io.zhibu.hanzi;
