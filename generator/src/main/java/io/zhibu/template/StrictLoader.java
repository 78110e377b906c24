package io.zhibu.template;

import freemarker.cache.FileTemplateLoader;
import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads templates from their folder: refuses one that is in another encoding instead of showing question marks on every page, and one
 * that a symbolic link leads to from outside. What asks for the time is given the day of the build: {@link Now}.
 */
final class StrictLoader extends FileTemplateLoader {
    StrictLoader(File folder) throws IOException {
        super(folder);
    }

    /** A file that isn't read as a template. */
    static final class Refused extends IOException {
        private static final long serialVersionUID = 1L;

        private final String path;
        private final boolean outside;

        private Refused(String path, boolean outside) {
            super(path);
            this.path = path;
            this.outside = outside;
        }

        /** Of the file, or of the link that leads out; from the folder of templates, with forward slashes. */
        String path() {
            return path;
        }

        /** Whether a symbolic link leads out of the folder; else the file can't be read as UTF-8. */
        boolean outside() {
            return outside;
        }
    }

    @Override
    public Object findTemplateSource(String name) throws IOException {
        try {
            return super.findTemplateSource(name);
        } catch (SecurityException outside) {
            throw new Refused(link(name), true);
        }
    }

    /** The first step of the way that is a link itself. */
    private String link(String name) {
        Path folder = baseDir.toPath();
        for (int end = name.indexOf('/'); end >= 0; end = name.indexOf('/', end + 1)) {
            if (Files.isSymbolicLink(folder.resolve(name.substring(0, end)))) {
                return name.substring(0, end);
            }
        }
        return name;
    }

    @Override
    public Reader getReader(Object template, String encoding) throws IOException {
        Path file = ((File) template).toPath();
        try {
            return new StringReader(Now.held(Charset.forName(encoding)
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString()));
        } catch (IOException unreadable) {
            String path = baseDir.toPath().relativize(file).toString();
            throw new Refused(path.replace(File.separatorChar, '/'), false);
        }
    }
}
