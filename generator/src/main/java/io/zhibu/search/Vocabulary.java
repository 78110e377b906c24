package io.zhibu.search;

import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;

/** Which words of ASCII letters and digits the titles and texts have. */
final class Vocabulary {
    private final Index index;

    Vocabulary(Index index) {
        this.index = index;
    }

    /** The first so many words that begin so, in the order of their codes. */
    List<String> beginning(String start, int most) throws IOException {
        TreeSet<String> words = new TreeSet<>();
        for (LeafReaderContext leaf : index.reader().leaves()) {
            for (String field : List.of(Family.WORDS.first(), Family.WORDS.second())) {
                Terms terms = leaf.reader().terms(field);
                if (terms != null) {
                    take(terms.iterator(), start, most, words);
                }
            }
        }
        return words.stream().limit(most).toList();
    }

    private static void take(TermsEnum terms, String start, int most, TreeSet<String> words) throws IOException {
        int taken = 0;
        if (terms.seekCeil(new BytesRef(start)) == TermsEnum.SeekStatus.END) {
            return;
        }
        for (BytesRef word = terms.term(); word != null && taken < most; word = terms.next(), taken++) {
            String text = word.utf8ToString();
            if (!text.startsWith(start)) {
                return;
            }
            words.add(text);
        }
    }
}
