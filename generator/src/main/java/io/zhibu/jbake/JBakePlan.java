package io.zhibu.jbake;

import io.zhibu.address.Address;
import io.zhibu.address.Segment;
import io.zhibu.catalogue.Catalogue;
import io.zhibu.config.Config;
import io.zhibu.diagnostic.Where;
import io.zhibu.page.Page;
import io.zhibu.page.Value;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.jbake.app.configuration.DefaultJBakeConfiguration;
import org.jbake.model.DocumentModel;
import org.jbake.util.PagingHelper;

/** Every file that JBake 2.7 would bake of a project of its own, with the models that it would hand to the templates. */
public final class JBakePlan {
    private static final List<String> BUILT_IN = List.of("page", "post", "masterindex", "archive", "feed");

    private final DefaultJBakeConfiguration jbake;
    private final Map<String, Object> settings;
    private final Date today;
    private final Where origin;
    private final List<Page> pages;
    private final List<Document> documents = new ArrayList<>();
    private final JBakeStore store;
    private final Neighbours neighbours = new Neighbours();
    private final List<Task> tasks = new ArrayList<>();

    /** @param data by file name */
    public JBakePlan(
            Catalogue catalogue,
            SortedMap<String, Value> data,
            Config config,
            JBakeSettings settings,
            BodyWriting bodies,
            LocalDate today) {
        this.jbake = settings.jbake();
        this.settings = jbake.asHashMap();
        this.today = Document.midnight(today, config.settings().zone());
        this.origin = Where.inFile(config.layout().spelt(config.layout().properties()));
        // JBake reads each folder by name, files and folders mixed. Its lists show equal dates in the reverse of that
        // order.
        this.pages = catalogue.pages().stream()
                .sorted(Comparator.comparing((Page page) -> page.where().file().replace('/', '\u0000'))
                        .reversed())
                .toList();
        JBakeDocuments made = new JBakeDocuments(config, jbake, bodies);
        pages.forEach(page -> documents.add(made.document(page)));
        List<Document> all = new ArrayList<>();
        // Content is read before data.
        data.forEach((name, value) -> all.add(0, made.data(name, value)));
        all.addAll(documents);
        Set<String> types = new LinkedHashSet<>(BUILT_IN);
        types.addAll(jbake.getDocumentTypes());
        types.add(jbake.getDataFileDocType());
        JBakeContents contents = new JBakeContents(List.copyOf(types), all, jbake.getDataFileDocType(), this::tagUri);
        types.forEach(type -> neighbours.add(contents.all(type)));
        this.store = new JBakeStore(types, new Once<>(() -> contents));
    }

    public JBakeStore store() {
        return store;
    }

    public List<Task> tasks() {
        for (int i = 0; i < pages.size(); i++) {
            Page page = pages.get(i);
            Document content = documents.get(i);
            String template = jbake.getTemplateByDocType(page.type());
            tasks.add(new Task(page.address(), List.of(template), page.where(), () -> model(neighbours.own(content))));
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

    private PageModel model(DocumentModel content) {
        PageModel model = new PageModel();
        model.setVersion(jbake.getVersion());
        model.setConfig(settings);
        model.put("published_date", today);
        model.setContent(content);
        return model;
    }

    private PageModel simple(String type, String root) {
        Document content = new Document();
        content.setType(type);
        content.setRootPath(root);
        return model(content);
    }

    /** A page that stands alone has no place among the index's pages, and JBake says so with zeros. */
    private PageModel alone(String type) {
        PageModel model = simple(type, "");
        if (jbake.getPaginateIndex()) {
            model.setNumberOfPages(0);
            model.setCurrentPageNuber(0);
            model.setPreviousFilename("");
            model.setNextFileName("");
        }
        return model;
    }

    private void single(boolean wanted, String file, String kind) {
        if (wanted) {
            add(address(file), kind, origin, () -> alone(kind));
        }
    }

    private void add(Address address, String kind, Where where, Supplier<PageModel> model) {
        tasks.add(new Task(address, List.of(jbake.getTemplateByDocType(kind)), where, model));
    }

    private static Address address(String file) {
        List<String> names = folders(file);
        return Address.kept(names.subList(0, names.size() - 1), names.get(names.size() - 1));
    }

    private static List<String> folders(String path) {
        return Arrays.stream(path.split("/")).filter(name -> !name.isEmpty()).toList();
    }

    private void index() {
        String file = jbake.getIndexFileName();
        List<DocumentModel> posts = store.contents().published("post");
        if (!jbake.getPaginateIndex() || posts.isEmpty()) {
            single(true, file, "masterindex");
            return;
        }
        PagingHelper paging = new PagingHelper(posts.size(), jbake.getPostsPerPage());
        for (int page = 1; page <= paging.getNumberOfPages(); page++) {
            int number = page;
            Address address = address(page == 1 ? file : page + "/" + file);
            add(address, "masterindex", origin, () -> indexPage(number, paging.getNumberOfPages(), posts));
        }
    }

    private PageModel indexPage(int page, int pages, List<DocumentModel> posts) {
        int size = jbake.getPostsPerPage();
        int from = (page - 1) * size;
        PageModel model = simple("masterindex", page == 1 ? "" : "../");
        model.setNumberOfPages(pages);
        model.setCurrentPageNuber(page);
        model.setPreviousFilename(page == 1 ? null : page == 2 ? "" : (page - 1) + "/");
        model.setNextFileName(page == pages ? null : (page + 1) + "/");
        model.put("published_posts", posts.subList(from, Math.min(posts.size(), from + size)));
        model.put("db", store.page(from, size));
        return model;
    }

    private void tags() {
        Map<String, Where> origins = new HashMap<>();
        for (int i = 0; i < pages.size(); i++) {
            for (String tag : documents.get(i).getTags()) {
                origins.put(tag, pages.get(i).where());
            }
        }
        String path = jbake.getTagPathName();
        String root = "../".repeat(folders(path).size());
        String rootPath = jbake.getUriWithoutExtension() ? (root.isEmpty() ? "/../" : root + "../") : root;
        for (String tag : store.contents().tags()) {
            add(tagAddress(tag), "tag", origins.getOrDefault(tag, origin), () -> {
                PageModel model = simple("tag", rootPath);
                model.setTag(tag);
                return model;
            });
        }
        if (jbake.getRenderTagsIndex()) {
            add(tagAddress("index"), "tagsindex", origin, () -> simple("tags", rootPath));
        }
    }

    private Address tagAddress(String tag) {
        return Address.kept(folders(jbake.getTagPathName()), Segment.kept(tag) + jbake.getOutputExtension());
    }

    /** As JBake puts it together, unless the file is called otherwise. */
    private String tagUri(String tag) {
        return Segment.kept(tag).equals(tag)
                ? jbake.getTagPathName() + "/" + tag + jbake.getOutputExtension()
                : tagAddress(tag).link();
    }
}
