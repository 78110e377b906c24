package io.zhibu.search;

import io.zhibu.memo.Memory;
import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Files in the making: each named after what it holds, so that one that stays the same keeps its name from night to night, and a reader
 * can tell by the name whether it has it whole.
 */
final class Shards {
    /** Bytes of a name. */
    static final int HASH = 3;

    private final SortedMap<String, Shard> files = new TreeMap<>();
    private final Memory.Book book;

    /** @param book of files that were made before */
    Shards(Memory.Book book) {
        this.book = book;
    }

    /** Of files that were made before. */
    Memory.Book book() {
        return book;
    }

    /** A file of texts and numbers. From any thread. */
    Shard deflated(byte[] content) {
        return coded(deflate(content));
    }

    /** A file that is as small as it gets. From any thread. */
    Shard coded(byte[] coded) {
        return Shard.of(salted(0, coded), book);
    }

    /** Adds a file and tells the bytes of its name. */
    byte[] add(String kind, Shard shard) {
        // Two contents may have one hash: then another first byte, which nobody reads, gives the later one another
        // name.
        for (int salt = 0; ; salt++) {
            Shard file = salt == 0 ? shard : salted(salt, shard);
            Shard taken = files.putIfAbsent(kind + "-" + HexFormat.of().formatHex(file.hash()), file);
            if (taken == null || taken.digest().equals(file.digest())) {
                return file.hash();
            }
        }
    }

    void boot(byte[] content) {
        byte[] packed = salted(0, deflate(content));
        files.put("boot", Shard.of(new Bytes().raw(hash(packed)).raw(packed).all(), book));
    }

    /** By name without ending, in the order of the names. */
    SortedMap<String, Shard> files() {
        return files;
    }

    private Shard salted(int salt, Shard shard) {
        byte[] content = Packing.content(shard.script());
        content[0] = (byte) salt;
        return Shard.of(content, book);
    }

    private static byte[] salted(int salt, byte[] packed) {
        return new Bytes().raw(new byte[] {(byte) salt}).raw(packed).all();
    }

    /** FNV-1a with a last stir: a browser has no other hash at hand on plain http and on disk. */
    static byte[] hash(byte[] content) {
        int hash = 0x811C9DC5;
        for (byte one : content) {
            hash = (hash ^ one & 0xFF) * 0x01000193;
        }
        hash = (hash ^ hash >>> 16) * 0x85EBCA6B;
        hash ^= hash >>> 13;
        return new byte[] {(byte) (hash >>> 16), (byte) (hash >>> 8), (byte) hash};
    }

    private static byte[] deflate(byte[] content) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream packing = new DeflaterOutputStream(out, deflater)) {
            packing.write(content);
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException("memory failed", impossible);
        } finally {
            deflater.end();
        }
        return out.toByteArray();
    }
}
