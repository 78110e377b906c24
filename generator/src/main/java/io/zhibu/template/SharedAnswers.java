package io.zhibu.template;

import io.zhibu.jbake.Document;
import io.zhibu.memo.Digest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Digests of the values that are the same objects on many pages: each is worked out once, and not again on every page. */
final class SharedAnswers {
    /** Of one key; a model that shares what others don't have fills no memory. */
    private static final int MOST = 100;

    private final Map<String, List<Answer>> answers = new ConcurrentHashMap<>();

    /**
     * @param digest empty if no digest tells the value
     * @param documents in it, in the order of their places
     */
    record Answer(Object value, Optional<Digest> digest, List<Document> documents) {
        static Answer of(Object value) {
            List<Document> documents = new ArrayList<>();
            Optional<Digest> digest = Answers.of("", value, (place, document) -> documents.add(document));
            return new Answer(value, digest, documents);
        }
    }

    /** @param value one of the few objects that pages have under the key */
    Answer of(String key, Object value) {
        List<Answer> known = answers.computeIfAbsent(key, any -> new CopyOnWriteArrayList<>());
        for (Answer answer : known) {
            if (answer.value() == value) {
                return answer;
            }
        }
        Answer answer = Answer.of(value);
        if (known.size() < MOST) {
            known.add(answer);
        }
        return answer;
    }
}
