package io.zhibu.search;

import java.io.IOException;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.SingleInstanceLockFactory;

/** An index to bytes and back, a file after the other. */
final class DirectoryPacking {
    private DirectoryPacking() {}

    static byte[] bytes(Directory directory) throws IOException {
        io.zhibu.memo.Packing.Out out = new io.zhibu.memo.Packing.Out();
        for (String name : directory.listAll()) {
            try (IndexInput in = directory.openInput(name, IOContext.READONCE)) {
                byte[] content = new byte[Math.toIntExact(in.length())];
                in.readBytes(content, 0, content.length);
                out.text(name).bytes(content);
            }
        }
        return out.bytes();
    }

    static Directory read(byte[] packed) throws IOException {
        Directory directory = new ByteBuffersDirectory(
                new SingleInstanceLockFactory(), ByteBuffersDataOutput::new, ByteBuffersDirectory.OUTPUT_AS_ONE_BUFFER);
        io.zhibu.memo.Packing.In in = new io.zhibu.memo.Packing.In(packed);
        while (in.hasMore()) {
            try (IndexOutput out = directory.createOutput(in.text(), IOContext.DEFAULT)) {
                byte[] content = in.bytes();
                out.writeBytes(content, content.length);
            }
        }
        return directory;
    }
}
