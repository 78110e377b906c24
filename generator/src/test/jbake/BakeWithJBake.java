import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Date;
import org.jbake.app.Oven;
import org.jbake.app.configuration.JBakeConfigurationFactory;
import org.jbake.model.DocumentTypes;
import org.jbake.template.ModelExtractors;

/**
 * Bakes one project with the original JBake 2.7.0, as its own launcher does, but for two things that would make every run
 * differ: {@code published_date} is the given instant, and so is every source file's modification time.
 *
 * <p>Run as a single source file: {@code java -cp <class path of pom.xml> BakeWithJBake.java PROJECT OUTPUT INSTANT}. What
 * JBake counts as an error is printed to the standard output, one line each; its warnings go to the standard error.
 */
public final class BakeWithJBake {

    private BakeWithJBake() {}

    public static void main(String[] args) throws Exception {
        File project = new File(args[0]);
        File output = new File(args[1]);
        Instant now = Instant.parse(args[2]);
        touchAll(project.toPath(), now);
        fixPublishedDate(Date.from(now));
        Oven oven = new Oven(new JBakeConfigurationFactory().createDefaultJbakeConfiguration(project, output, true));
        oven.bake();
        for (Throwable error : oven.getErrors()) {
            System.out.println(String.valueOf(error.getMessage()).replace('\n', ' '));
        }
    }

    private static void touchAll(Path root, Instant now) throws IOException {
        try (var files = Files.walk(root)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.setLastModifiedTime(file, FileTime.from(now));
            }
        }
    }

    /** Each bake first forgets all extractors and then adds the document types, so this is the moment to add ours. */
    private static void fixPublishedDate(Date now) {
        DocumentTypes.addListener(
                type -> ModelExtractors.getInstance().registerEngine("published_date", (db, model, key) -> now));
    }
}
