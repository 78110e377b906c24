package io.zhibu.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.zhibu.search.Answer;
import io.zhibu.search.Message;
import io.zhibu.search.Search;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Optional;

/** An answer of the search, for programs. */
final class AnswerJson {
    private AnswerJson() {}

    /**
     * @param limit how many hits at the most; the total counts the others too
     * @param wide over several lines, for people who look at it
     */
    static String of(Search search, Answer answer, int limit, boolean wide) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = new JsonFactory().createGenerator(text)) {
            if (wide) {
                out.useDefaultPrettyPrinter();
            }
            out.writeStartObject();
            out.writeNumberField("total", answer.total());
            out.writeBooleanField("totalExact", answer.exact());
            out.writeNumberField("strict", answer.strict());
            out.writeNumberField("samples", answer.samples());
            out.writeArrayFieldStart("messages");
            for (Message message : answer.messages()) {
                out.writeString(message.code());
            }
            out.writeEndArray();
            out.writeArrayFieldStart("absent");
            for (String word : answer.absent()) {
                out.writeString(word);
            }
            out.writeEndArray();
            out.writeArrayFieldStart("called");
            for (Answer.Hit place : answer.called()) {
                write(place, Optional.empty(), out);
            }
            out.writeEndArray();
            out.writeArrayFieldStart("hits");
            for (Answer.Hit hit : answer.hits().stream().limit(limit).toList()) {
                write(hit, search.section(answer, hit), out);
            }
            out.writeEndArray();
            out.writeEndObject();
        }
        return text.toString();
    }

    private static void write(Answer.Hit hit, Optional<Answer.Section> section, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", hit.id());
        out.writeStringField("title", hit.title());
        out.writeStringField("uri", hit.uri());
        out.writeStringField("type", hit.type());
        out.writeBooleanField("place", hit.place());
        out.writeBooleanField("sample", hit.sample());
        out.writeNumberField("score", hit.score());
        out.writeStringField("tier", hit.tier().name().toLowerCase(Locale.ROOT));
        out.writeNumberField("stage", hit.stage());
        boolean exact = hit.wording() != Answer.Wording.NONE;
        out.writeStringField("exact", exact ? hit.wording().name().toLowerCase(Locale.ROOT) : "");
        if (section.isPresent()) {
            out.writeObjectFieldStart("section");
            out.writeStringField("name", section.get().name());
            out.writeStringField("anchor", section.get().anchor());
            out.writeEndObject();
        }
        out.writeEndObject();
    }
}
