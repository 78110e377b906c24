package io.zhibu.search;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Files in the making: each named after what it holds, so that one that stays the same keeps its name from night to night. */
final class Shards {
    private static final int HASH = 3;

    private final SortedMap<String, byte[]> files = new TreeMap<>();

    /** Adds a file and tells the bytes of its name. */
    byte[] add(String kind, byte[] content) {
        byte[] digest = digest(content);
        for (int at = 0; ; at++) {
            byte[] hash = Arrays.copyOfRange(digest, at, at + HASH);
            String id = kind + "-" + java.util.HexFormat.of().formatHex(hash);
            byte[] file = file(id, content);
            byte[] taken = files.putIfAbsent(id, file);
            if (taken == null || Arrays.equals(taken, file)) {
                return hash;
            }
        }
    }

    void boot(byte[] content) {
        files.put("boot", file("boot", content));
    }

    /** Content by name without ending, in the order of the names. */
    SortedMap<String, byte[]> files() {
        return files;
    }

    private static byte[] digest(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private static byte[] file(String id, byte[] content) {
        String packed = Base64.getEncoder().encodeToString(deflate(content));
        return ("zhibuShard(\"" + id + "\",\"" + packed + "\")\n").getBytes(StandardCharsets.US_ASCII);
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
