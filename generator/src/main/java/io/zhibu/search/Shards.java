package io.zhibu.search;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
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

    private final SortedMap<String, byte[]> files = new TreeMap<>();

    /** Adds a file of texts and numbers and tells the bytes of its name. */
    byte[] add(String kind, byte[] content) {
        return named(kind, deflate(content));
    }

    /** Adds a file that is as small as it gets. */
    byte[] addCoded(String kind, byte[] coded) {
        return named(kind, coded);
    }

    void boot(byte[] content) {
        byte[] packed = salted(0, deflate(content));
        byte[] file = new Bytes().raw(hash(packed)).raw(packed).all();
        files.put("boot", Packing.script(file));
    }

    /** Content by name without ending, in the order of the names. */
    SortedMap<String, byte[]> files() {
        return files;
    }

    // Two contents may have one hash: then another first byte, which nobody reads, gives the later one another name.
    private byte[] named(String kind, byte[] packed) {
        for (int salt = 0; ; salt++) {
            byte[] content = salted(salt, packed);
            byte[] hash = hash(content);
            String id = kind + "-" + HexFormat.of().formatHex(hash);
            byte[] file = Packing.script(content);
            byte[] taken = files.putIfAbsent(id, file);
            if (taken == null || Arrays.equals(taken, file)) {
                return hash;
            }
        }
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
