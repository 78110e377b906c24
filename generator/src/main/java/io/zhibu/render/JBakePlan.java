package io.zhibu.render;

import io.zhibu.address.Address;
import io.zhibu.catalogue.Catalogue;
import io.zhibu.config.Config;
import io.zhibu.diagnostic.Where;
import io.zhibu.page.Body;
import io.zhibu.page.Event;
import io.zhibu.page.Fields;
import io.zhibu.page.Page;
import io.zhibu.page.Status;
import io.zhibu.page.Value;
import java.text.ParsePosition;
import java.text.SimpleDateFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import org.jbake.app.DocumentList;
import org.jbake.app.configuration.DefaultJBakeConfiguration;
import org.jbake.model.DocumentModel;
import org.jbake.template.model.TemplateModel;
import org.jbake.util.PagingHelper;

/** Every file that JBake 2.7 would bake of a project of its own, with the models that it would hand to the templates. */
final class JBakePlan {
    private static final List<String> BUILT_IN = List.of("page", "post", "masterindex", "archive", "feed");

    private final Config config;
    private final DefaultJBakeConfiguration jbake;
    private final BodyWriting bodies;
    private final Map<String, Object> settings;
    private final Date today;
    private final Where origin;
    private final List<Page> pages;
    private final Map<Page, Document> documents = new HashMap<>();
    private final JBakeStore store;
    private final Map<DocumentModel, DocumentModel> newer = new IdentityHashMap<>();
    private final Map<DocumentModel, DocumentModel> older = new IdentityHashMap<>();
    private final List<Task> tasks = new ArrayList<>();

    JBakePlan(
            Catalogue catalogue, Config config, DefaultJBakeConfiguration jbake, BodyWriting bodies, LocalDate today) {
        this.config = config;
        this.jbake = jbake;
        this.bodies = bodies;
        this.settings = jbake.asHashMap();
        this.today = Document.midnight(today, config.settings().zone());
        this.origin = Where.inFile(config.layout().spelt(config.layout().properties()));
        // JBake goes through each folder by name, so a folder's files stand where the folder does.
        this.pages = catalogue.pages().stream()
                .sorted(Comparator.comparing(page -> page.where().file().replace('/', '\u0000')))
                .toList();
        pages.forEach(page -> documents.put(page, document(page)));
        Set<String> types = new LinkedHashSet<>(BUILT_IN);
        types.addAll(jbake.getDocumentTypes());
        types.add(jbake.getDataFileDocType());
        this.store = new JBakeStore(
                List.copyOf(types), pages.stream().map(documents::get).toList());
        types.forEach(type -> link(new ArrayList<>(store.getAllContent(type))));
    }

    JBakeStore store() {
        return store;
    }

    List<Task> tasks() {
        for (Page page : pages) {
            Document content = documents.get(page);
            String template = jbake.getTemplateByDocType(page.type());
            tasks.add(new Task(page.address(), List.of(template), page.where(), () -> model(navigated(content))));
        }
        if (jbake.getRenderIndex()) {
            index();
        }
        single(jbake.getRenderFeed(), jbake.getFeedFileName(), "feed");
        single(jbake.getRenderArchive(), jbake.getArchiveFileName(), "archive");
        single(jbake.getRenderSiteMap(), jbake.getSiteMapFileName(), "sitemap");
        single(jbake.getRenderError404(), jbake.getError404FileName(), "error404");
        if (jbake.getRenderTags()) {
            tags();
        }
        return tasks;
    }

    private TemplateModel model(DocumentModel content) {
        TemplateModel model = new TemplateModel();
        model.setVersion(jbake.getVersion());
        model.setConfig(settings);
        model.put("published_date", today);
        model.setContent(content);
        return model;
    }

    private static Document simple(String type, String root) {
        Document content = new Document();
        content.setType(type);
        content.setRootPath(root);
        return content;
    }

    private void single(boolean wanted, String file, String kind) {
        if (wanted) {
            add(address(file), kind, () -> model(simple(kind, "")));
        }
    }

    private void add(Address address, String kind, java.util.function.Supplier<TemplateModel> model) {
        tasks.add(new Task(address, List.of(jbake.getTemplateByDocType(kind)), origin, model));
    }

    private static Address address(String file) {
        List<String> names = List.of(file.split("/"));
        return Address.of(names.subList(0, names.size() - 1), names.get(names.size() - 1));
    }

    private void index() {
        String file = jbake.getIndexFileName();
        List<DocumentModel> posts = store.getPublishedPosts();
        if (!jbake.getPaginateIndex() || posts.isEmpty()) {
            add(address(file), "masterindex", () -> model(simple("masterindex", "")));
            return;
        }
        int perPage = jbake.getPostsPerPage();
        PagingHelper paging = new PagingHelper(posts.size(), perPage);
        for (int n = 1; n <= paging.getNumberOfPages(); n++) {
            int page = n;
            Address address = address(page == 1 ? file : page + "/" + file);
            add(address, "masterindex", () -> {
                TemplateModel model = model(simple("masterindex", page == 1 ? "" : "../"));
                model.setNumberOfPages(paging.getNumberOfPages());
                model.setCurrentPageNuber(page);
                model.setPreviousFilename(page == 1 ? null : page == 2 ? "" : (page - 1) + "/");
                model.setNextFileName(page == paging.getNumberOfPages() ? null : (page + 1) + "/");
                DocumentList<DocumentModel> shown = new DocumentList<>();
                shown.addAll(posts.subList((page - 1) * perPage, Math.min(posts.size(), page * perPage)));
                model.put("published_posts", shown);
                return model;
            });
        }
    }

    private void tags() {
        for (String tag : store.getAllTags()) {
            List<String> folders = folders(jbake.getTagPathName());
            Address address = Address.of(folders, tag + jbake.getOutputExtension());
            add(address, "tag", () -> {
                TemplateModel model = model(simple("tag", address.root()));
                model.setTag(tag);
                return model;
            });
        }
        if (jbake.getRenderTagsIndex()) {
            Address address = Address.of(folders(jbake.getTagPathName()), "index" + jbake.getOutputExtension());
            add(address, "tagsindex", () -> model(simple("tags", address.root())));
        }
    }

    private static List<String> folders(String path) {
        return Arrays.stream(path.split("/")).filter(name -> !name.isEmpty()).toList();
    }

    /** With the next and previous published document of its type, as far as navigation needs them. */
    private Document navigated(Document content) {
        Document copy = new Document();
        copy.putAll(content);
        copy.setPreviousContent(older.get(content));
        copy.setNextContent(newer.get(content));
        return copy;
    }

    /** One pass over each type: looking a document's neighbours up in the list would be quadratic. */
    private void link(List<DocumentModel> same) {
        DocumentModel last = null;
        for (DocumentModel document : same) {
            newer.put(document, last);
            last = isPublished(document) ? navigation(document) : last;
        }
        last = null;
        for (int i = same.size() - 1; i >= 0; i--) {
            older.put(same.get(i), last);
            last = isPublished(same.get(i)) ? navigation(same.get(i)) : last;
        }
    }

    private static boolean isPublished(DocumentModel document) {
        return document.getStatus().equals("published");
    }

    private static DocumentModel navigation(DocumentModel document) {
        DocumentModel link = new DocumentModel();
        link.setNoExtensionUri(document.getNoExtensionUri());
        link.setUri(document.getUri());
        link.setTitle(document.getTitle());
        return link;
    }

    private Document document(Page page) {
        Document document = new Document();
        document.putAll(values(page.fields()));
        Address address = published(page);
        document.with("type", page.type())
                .with("status", status(page.heading().status()))
                .with("cached", true)
                .with("rendered", false)
                .with(
                        "file",
                        config.layout().root().resolve(page.where().file()).toString())
                .with("uri", address.link())
                .with("sourceuri", address.link())
                .with("rootpath", root(page))
                .with("date", date(page.fields()))
                .with(
                        "tags",
                        page.fields().get("tags").isPresent()
                                ? page.fields().list("tags").stream()
                                        .map(Value::text)
                                        .toArray(String[]::new)
                                : new String[0])
                .with(
                        "noExtensionUri",
                        jbake.getUriWithoutExtension() ? address.link().replace("/index.html", "/") : null)
                .with("body", new Markup(() -> html(page.body())));
        return document;
    }

    /** JBake links to a draft where it would stand if it were published. */
    private Address published(Page page) {
        String suffix = jbake.getDraftSuffix() + jbake.getOutputExtension();
        String path = page.address().path();
        return page.heading().status() == Status.DRAFT && path.endsWith(suffix)
                ? new Address(path.substring(0, path.length() - suffix.length()) + jbake.getOutputExtension())
                : page.address();
    }

    /** JBake counts folders of the source, and one more for every page once addresses without ending are on. */
    private String root(Page page) {
        int content = config.layout().spelt(config.layout().content()).length() + 1;
        String folders = page.where().file().substring(content);
        String up = "../".repeat((int) folders.chars().filter(c -> c == '/').count());
        return jbake.getUriWithoutExtension() ? (up.isEmpty() ? "/../" : up + "../") : up;
    }

    private static String status(Status status) {
        return switch (status) {
            case PUBLISHED -> "published";
            case SCHEDULED -> "published-date";
            default -> "draft";
        };
    }

    private Date date(Fields fields) {
        return fields.text("date")
                .map(text -> {
                    SimpleDateFormat format = new SimpleDateFormat(jbake.getDateFormat(), Locale.ROOT);
                    format.setTimeZone(TimeZone.getTimeZone(config.settings().zone()));
                    return format.parse(text, new ParsePosition(0));
                })
                .orElse(null);
    }

    private String html(Body body) {
        List<Event> events = body.events();
        return events.size() == 1 && events.get(0) instanceof Event.Html html
                ? html.html()
                : bodies.html(body, UNCHANGED);
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
            return many.values().stream().map(JBakePlan::value).toList();
        } else if (value instanceof Value.Number number) {
            return number.number().scale() <= 0
                    ? (Object) number.number().longValue()
                    : number.number().doubleValue();
        } else if (value instanceof Value.Flag flag) {
            return flag.flag();
        }
        return value.text();
    }
}
