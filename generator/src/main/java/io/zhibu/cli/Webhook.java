package io.zhibu.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a robot of a group chat is told, ready to be posted; posted by nobody here. */
enum Webhook {
    /** 企业微信, which takes 4,096 bytes. */
    WECOM("content", 4096),
    /** 钉钉, which takes 20,000 bytes and wants a title. */
    DINGTALK("text", 20_000);

    private final String key;
    private final int most;

    Webhook(String key, int most) {
        this.key = key;
        this.most = most;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String json(Bulletin bulletin) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("msgtype", "markdown");
            json.writeObjectFieldStart("markdown");
            if (this == DINGTALK) {
                json.writeStringField("title", bulletin.subject());
            }
            json.writeStringField(key, markdown(bulletin));
            json.writeEndObject();
            json.writeEndObject();
        }
        return text + "\n";
    }

    /** As many lines as are taken; how many more there were. */
    private String markdown(Bulletin bulletin) {
        List<String> lines = new ArrayList<>(List.of("### " + bulletin.subject(), ""));
        lines.addAll(bulletin.lines());
        String all = String.join("\n", lines);
        int left = 0;
        while (bytes(all) > most && lines.size() > 2) {
            lines.remove(lines.size() - 1);
            left++;
            all = String.join("\n", lines) + "\n另有 " + left + " 行";
        }
        return all;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
