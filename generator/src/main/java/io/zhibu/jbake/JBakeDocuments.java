package io.zhibu.jbake;

import io.zhibu.config.Config;
import io.zhibu.config.DateForm;
import io.zhibu.page.Body;
import io.zhibu.page.Event;
import io.zhibu.page.Fields;
import io.zhibu.page.Page;
import io.zhibu.page.Value;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jbake.app.configuration.DefaultJBakeConfiguration;
import org.jbake.model.DocumentModel;
import org.jbake.util.HtmlUtil;

/** Pages and data of a JBake project to the documents that its templates see. */
final class JBakeDocuments {
    private final Config config;
    private final DefaultJBakeConfiguration jbake;
    private final BodyWriting bodies;
    private final DateForm dates;

    JBakeDocuments(Config config, DefaultJBakeConfiguration jbake, BodyWriting bodies) {
        this.config = config;
        this.jbake = jbake;
        this.bodies = bodies;
        this.dates = new DateForm(config.settings());
    }

    Document document(Page page) {
        Fields fields = page.fields();
        Document document = new Document();
        document.putAll(values(fields));
        String uri = fields.text("uri").orElseThrow();
        if (jbake.getUriWithoutExtension()) {
            document.with("noExtensionUri", uri.replace("/index.html", "/"));
        }
        return document.with("type", page.type())
                .with("status", status(page))
                .with("cached", true)
                .with("rendered", true)
                .with("file", file(page.where().file()))
                .with("sourceuri", uri)
                .with("date", date(fields))
                .with("tags", fields.list("tags").stream().map(Value::text).toArray(String[]::new))
                .with("body", new Markup(() -> html(page.body(), uri, document)));
    }

    /** @param name of the file in the folder of data; a list in it is found under {@code data} */
    Document data(String name, Value value) {
        Document document = new Document();
        if (value instanceof Value.Record record) {
            document.putAll(values(record.fields()));
        } else {
            document.put("data", value(value));
        }
        return document.with("type", jbake.getDataFileDocType())
                .with("rendered", true)
                .with("sourceuri", name)
                .with("file", file(config.settings().jbake("data.folder", "data") + "/" + name));
    }

    private String file(String path) {
        return config.layout().root().resolve(path).toString();
    }

    private String status(Page page) {
        return switch (page.heading().status()) {
            case PUBLISHED -> "published";
            case DRAFT -> "draft";
            default -> page.fields().text("status").orElse(jbake.getDefaultStatus());
        };
    }

    private Date date(Fields fields) {
        return fields.text("date").flatMap(text -> dates.read(text).date()).orElse(null);
    }

    private String html(Body body, String uri, Document document) {
        List<Event> events = body.events();
        String html = events.size() == 1 && events.get(0) instanceof Event.Html raw
                ? raw.html()
                : bodies.html(body, UNCHANGED);
        return jbake.getImgPathUpdate() ? withImages(html, uri, document.getNoExtensionUri()) : html;
    }

    private String withImages(String html, String uri, String noExtensionUri) {
        DocumentModel changed = new DocumentModel();
        changed.setBody(html);
        changed.setUri(uri);
        changed.setNoExtensionUri(noExtensionUri);
        HtmlUtil.fixImageSourceUrls(changed, jbake);
        return changed.getBody();
    }

    private static final BodyWriting.Targets UNCHANGED = new BodyWriting.Targets() {
        @Override
        public String link(String target, Event.Place place) {
            return target;
        }

        @Override
        public String image(String target, Event.Place place) {
            return target;
        }
    };

    private static Map<String, Object> values(Fields fields) {
        Map<String, Object> values = new HashMap<>();
        fields.all().forEach((key, value) -> values.put(key, value(value)));
        return values;
    }

    private static Object value(Value value) {
        if (value instanceof Value.Record record) {
            return values(record.fields());
        } else if (value instanceof Value.Many many) {
            List<Object> values = new ArrayList<>();
            many.values().forEach(one -> values.add(value(one)));
            return values;
        } else if (value instanceof Value.Number number) {
            boolean whole = number.number().scale() <= 0;
            return whole
                    ? (Object) number.number().longValue()
                    : (Object) number.number().doubleValue();
        } else if (value instanceof Value.Flag flag) {
            return flag.flag();
        }
        return value instanceof Value.Unrecorded ? null : value.text();
    }
}
