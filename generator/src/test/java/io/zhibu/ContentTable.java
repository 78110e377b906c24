package io.zhibu;

import io.zhibu.catalogue.Catalogue;
import io.zhibu.catalogue.Cataloguing;
import io.zhibu.config.Config;
import io.zhibu.config.ConfigReading;
import io.zhibu.content.Content;
import io.zhibu.content.ContentReading;
import io.zhibu.markdown.MarkdownReading;
import io.zhibu.markdown.Profile;
import io.zhibu.memo.Memory;
import io.zhibu.page.Fields;
import io.zhibu.page.Page;
import io.zhibu.page.Status;
import io.zhibu.page.Value;
import io.zhibu.parallel.Parallel;
import io.zhibu.schema.Field;
import io.zhibu.schema.Schema;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

/** What a site's published entries hold that aren't made up: of each type how many, how long, and how much of what is asked for is told. */
final class ContentTable {
    static final String HEAD = "类型\t真实条目\t正文字数（中位）\t必填有值\t著录有值";

    private final Catalogue catalogue;

    private ContentTable(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    static ContentTable of(Path site, LocalDate today) throws IOException {
        Config config = new ConfigReading(site).read().value();
        Content content = new ContentReading(
                        config,
                        today,
                        new Parallel(2),
                        () -> new MarkdownReading(Profile.CHINESE, "")::read,
                        Memory.Book.BLANK)
                .read()
                .value();
        return new ContentTable(new Cataloguing(config.schemas(), Status.PUBLISHED::equals, new Parallel(2))
                .catalogue(content.pages(), content.unread()));
    }

    List<String> lines() {
        return catalogue.schemas().types().stream()
                .filter(Schema::shown)
                .map(this::line)
                .toList();
    }

    private String line(Schema type) {
        List<Page> pages = catalogue.ofType(type.key()).stream()
                .filter(page -> !page.sample())
                .toList();
        return String.join(
                "\t",
                type.label(),
                String.valueOf(pages.size()),
                pages.isEmpty() ? "—" : String.valueOf(median(pages)),
                share(pages, type, ContentTable::isAskedFor),
                share(pages, type, Field::facts));
    }

    /** What an editor decides, as the title, is always there and tells nothing of what was found. */
    private static boolean isAskedFor(Field field) {
        return field.need() instanceof Field.Always && field.unrecorded();
    }

    /** Characters that are written, without the space between them. */
    private static int median(List<Page> pages) {
        int[] lengths = pages.stream()
                .mapToInt(page -> page.body().plainText().replaceAll("\\s", "").length())
                .sorted()
                .toArray();
        int middle = lengths.length / 2;
        return lengths.length % 2 == 1 ? lengths[middle] : (lengths[middle - 1] + lengths[middle]) / 2;
    }

    private static String share(List<Page> pages, Schema type, Predicate<Field> asked) {
        List<Field> fields = type.fields().stream().filter(asked).toList();
        long all = (long) pages.size() * fields.size();
        long told = pages.stream()
                .mapToLong(page -> fields.stream()
                        .filter(field -> isTold(page.fields(), field))
                        .count())
                .sum();
        return all == 0 ? "—" : Math.round(100.0 * told / all) + "%";
    }

    /** Not 未载, nor a list of things of which none is told in full: the name of what isn't explained explains nothing. */
    private static boolean isTold(Fields fields, Field field) {
        List<Value> values = fields.list(field.key());
        return !values.isEmpty()
                && values.stream()
                        .anyMatch(value -> !(value instanceof Value.Record record)
                                || record.fields().all().values().stream()
                                        .noneMatch(Value.Unrecorded.class::isInstance));
    }
}
