package io.zhibu.render;

import freemarker.cache.FileTemplateLoader;
import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.file.Files;

/** Reads templates from their folder, and refuses one that is in another encoding instead of showing question marks on every page. */
final class StrictLoader extends FileTemplateLoader {
    StrictLoader(File folder) throws IOException {
        super(folder);
    }

    @Override
    public Reader getReader(Object template, String encoding) throws IOException {
        byte[] bytes = Files.readAllBytes(((File) template).toPath());
        return new StringReader(Charset.forName(encoding)
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString());
    }
}
