package io.zhibu.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhibu.Faults;
import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.disk.Disk;
import io.zhibu.disk.FaultyDisk;
import io.zhibu.parallel.Parallel;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeltaTest {
    @TempDir
    private Path folder;

    private Nights here;
    private Nights there;
    private Path key;

    /** Both have the first release; here there is a second one. */
    @BeforeEach
    void twoFolders() throws IOException {
        here = Nights.to(folder.resolve("here"));
        there = Nights.to(folder.resolve("there"));
        key = folder.resolve("key");
        Keys.write(key);
        here.publish("一");
        assertThat(apply(packed("0"), Disk.REAL).value()).isPresent();
        here.publish("二");
    }

    @Test
    void whatChangedMakesTheSameReleaseThere() throws IOException {
        Path delta = packed("1");
        Applying.Applied applied = apply(delta, Disk.REAL).value().orElseThrow();

        assertThat(there.word()).isEqualTo("二");
        assertThat(applied.taken()).isEqualTo(Nights.PAGES.size() + 1);
        assertThat(there.releases.live().orElseThrow().manifest())
                .isEqualTo(here.releases.live().orElseThrow().manifest());
        assertThat(there.releasing().verify(there.releases.live().orElseThrow()))
                .isEmpty();
        assertThat(apply(delta, Disk.REAL).value().orElseThrow().already()).isTrue();
        assertThat(refusal(packed("0"), key, 0)).isEqualTo("");
    }

    @Test
    void theSameDeltaIsTheSameBytes() throws IOException {
        assertThat(Files.readAllBytes(packed("1"))).isEqualTo(Files.readAllBytes(packed("1")));
    }

    @Test
    void aWrongBaseIsRefused() throws IOException {
        here.publish("三");
        assertThat(refusal(packed("2"), key, 1)).isEqualTo("delta-base");
        assertThat(there.word()).isEqualTo("一");
    }

    @Test
    void anOldPackageDoesNotTakeReadersBack() throws IOException {
        Path old = packed("1");
        apply(old, Disk.REAL);
        here.publish("三");
        apply(packed("2"), Disk.REAL);
        assertThat(refusal(old, key, 1)).isEqualTo("delta-old");
        assertThat(there.word()).isEqualTo("三");
    }

    @Test
    void anotherKeyIsRefused() throws IOException {
        Path other = folder.resolve("other");
        Keys.write(other);
        assertThat(refusal(packed("1"), other, 1)).isEqualTo("delta-signature");
        assertThat(there.word()).isEqualTo("一");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELTA", "SIGNATURE", "MANIFEST", "files/index.html", "files/tags/三亮/index.html"})
    void whateverWasChangedInItIsFoundOut(String name) throws IOException {
        for (boolean gone : new boolean[] {false, true}) {
            Path changed = changed(packed("1"), name, gone);
            assertThat(refusal(changed, key, 1)).as(name + gone).startsWith("delta-");
            assertThat(there.word()).isEqualTo("一");
            assertThat(there.releases.all()).hasSize(1);
        }
        // Control: what was packed is taken.
        assertThat(apply(packed("1"), Disk.REAL).value()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a", "a/../../b", "/etc/a", "a\\b", "a//b", "./a", "a\u0000b"})
    void aPathThatLeadsOutIsRefusedWhoeverSignedIt(String path) throws IOException {
        Path signed = signed("0009-20261123", path);
        assertThat(refusal(signed, key, 1)).isEqualTo("delta-damaged");
        assertThat(there.word()).isEqualTo("一");
        assertThat(folder.resolve("a")).doesNotExist();
        assertThat(folder.resolve("b")).doesNotExist();
    }

    @Test
    void anotherReleaseOfThatNameStays() throws IOException {
        // Control: by a free name it is taken.
        assertThat(refusal(signed("0001-20261123", "a"), key, 1)).isEqualTo("delta-release");
        assertThat(refusal(signed("../../0009-20261123", "a"), key, 1)).isEqualTo("delta-release");
        assertThat(folder.resolve("0009-20261123")).doesNotExist();
        assertThat(there.word()).isEqualTo("一");
        assertThat(apply(signed("0009-20261123", "a"), Disk.REAL).value()).isPresent();
        assertThat(there.releases.live().orElseThrow().site().resolve("a")).hasContent("x");
    }

    @Test
    void whatIsNoKeyOpensNothing() throws IOException {
        Path noKey = Files.writeString(
                folder.resolve("no-key"), "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n");
        assertThat(applied(packed("1"), noKey)).isEqualTo("key-unusable");
        assertThat(applied(packed("1"), key)).as("the private one").isEqualTo("key-unusable");
        assertThat(applied(packed("1"), Keys.open(key))).isEmpty();
    }

    @Test
    void whatCannotBePackedIsToldAndTheLastPackageStays() throws IOException {
        Path to = packed("0");
        byte[] last = Files.readAllBytes(to);
        assertThat(refused(here, "9", to, key)).containsExactly("release-unknown");
        assertThat(refused(here, "1", to, Keys.open(key))).containsExactly("key-unusable");
        assertThat(refused(here, "1", to, folder)).containsExactly("key-unusable");
        Path garbled = Files.writeString(
                folder.resolve("garbled"), "-----BEGIN PRIVATE KEY-----\n=====A\n-----END PRIVATE KEY-----\n");
        assertThat(refused(here, "1", to, garbled)).containsExactly("key-unusable");
        assertThat(refused(here, "1", Files.writeString(folder.resolve("essay"), "我的论文"), key))
                .containsExactly("target-foreign");
        assertThat(refused(Nights.to(folder.resolve("nowhere")), "0", to, key)).containsExactly("releases-missing");
        Path site = here.releases.live().orElseThrow().site();
        Files.delete(site.resolve("index.html"));
        assertThat(refused(here, "0", to, key)).containsExactly("file-missing");
        Files.writeString(site.resolve("index.html"), "by hand");
        assertThat(refused(here, "0", to, key)).containsExactly("file-changed");
        Files.delete(here.releases.named("1").orElseThrow().folder().resolve(Manifest.NAME));
        assertThat(refused(here, "1", to, key)).containsExactly("release-unknown");
        Files.delete(here.releases.live().orElseThrow().folder().resolve(Manifest.NAME));
        assertThat(refused(here, "0", to, key)).containsExactly("releases-missing");
        assertThat(to).hasBinaryContent(last);
    }

    private static List<String> refused(Nights nights, String since, Path to, Path key) throws IOException {
        Outcome<Optional<Delta.Packed>> packed = new Delta(nights.releases).pack(since, to, key);
        assertThat(packed.value()).isEmpty();
        return packed.diagnostics().stream().map(Diagnostic::rule).toList();
    }

    private String applied(Path delta, Path open) throws IOException {
        Applying applying = new Applying(there.releases, Disk.REAL, new Parallel(1));
        return applying.apply(delta, open, 3).diagnostics().stream()
                .map(Diagnostic::rule)
                .collect(Collectors.joining());
    }

    /** A package of one file, for a release that begins with nothing, signed as it ought to be. */
    private Path signed(String release, String path) throws IOException {
        Manifest manifest =
                new Manifest(new TreeMap<>(), List.of(), new TreeMap<>(), new TreeMap<>(Map.of(path, Digest.of("x"))));
        byte[] note = Nights.bytes(new Delta.Note(release, "", "", manifest.digest()).text());
        Path zipped = folder.resolve("signed.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(zipped))) {
            zip.putNextEntry(new ZipEntry(Delta.NOTE));
            zip.write(note);
            zip.putNextEntry(new ZipEntry(Delta.SIGNATURE));
            zip.write(Base64.getEncoder().encode(Keys.sign(key, note).orElseThrow()));
            zip.putNextEntry(new ZipEntry(Manifest.NAME));
            zip.write(Nights.bytes(manifest.text()));
            zip.putNextEntry(new ZipEntry(Delta.FILES + path));
            zip.write(Nights.bytes("x"));
        }
        return zipped;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatWasChangedThereIsNotBlamedOnThePackage(boolean gone) throws IOException {
        Path file = there.releases.live().orElseThrow().site().resolve(Nights.STEADY);
        Files.delete(file);
        if (!gone) {
            Files.writeString(file, "by hand");
        }
        Outcome<Optional<Applying.Applied>> refused = apply(packed("1"), Disk.REAL);
        assertThat(refused.value()).isEmpty();
        assertThat(refused.diagnostics()).singleElement().satisfies(told -> {
            assertThat(told.rule()).isEqualTo(gone ? "file-missing" : "file-changed");
            assertThat(told.where().file()).isEqualTo(file.toString());
            assertThat(told.hint()).contains("包没有坏，再拷也没有用：到打包那一头打一个全部的（zhibu package --since 0），再装");
        });
        assertThat(there.word()).isEqualTo("一");
        assertThat(apply(packed("0"), Disk.REAL).value()).isPresent();
        assertThat(there.word()).isEqualTo("二");
        assertThat(there.releasing().verify(there.releases.live().orElseThrow()))
                .isEmpty();
    }

    @Test
    void stoppedInTheMiddleItGoesOnWhereItWasUnlessAnotherPackageComes() throws IOException {
        Path delta = packed("1");
        stopped(delta);
        Applying.Applied applied = apply(delta, Disk.REAL).value().orElseThrow();
        assertThat(applied.resumed()).isPositive();
        assertThat(applied.taken()).isPositive();
        assertThat(applied.resumed() + applied.taken()).isGreaterThanOrEqualTo(Nights.PAGES.size() + 1);
        here.publish("三");
        Path third = packed("2");
        stopped(third);
        here.publish("四");
        assertThat(apply(packed("2", folder.resolve("fourth.zip"), 0), Disk.REAL)
                        .value()
                        .orElseThrow()
                        .resumed())
                .isZero();
        assertThat(there.word()).isEqualTo("四");
        try (java.util.stream.Stream<Path> all = Files.list(there.releases.releases())) {
            assertThat(all).as("of the third one nothing is left").hasSize(3);
        }
    }

    private void stopped(Path delta) throws IOException {
        // A folder, and for each of two files a folder, the bytes, their sync and their rights.
        FaultyDisk disk = FaultyDisk.killedAt(10);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> apply(delta, disk))
                .isInstanceOf(FaultyDisk.Killed.class);
    }

    @Test
    void aDiskWithoutLinksTakesAPackageToo() throws IOException {
        there = new Nights(folder.resolve("bare"), new BareDisk(), false);
        apply(packed("0", folder.resolve("first.zip"), 1), new BareDisk());
        here.releasing().goBack(here.releases.named("2").orElseThrow());
        assertThat(apply(packed("1"), new BareDisk()).value().orElseThrow().taken())
                .isEqualTo(Nights.PAGES.size() + 1);
        assertThat(there.word()).isEqualTo("二");
        assertThat(there.releasing().verify(there.releases.live().orElseThrow()))
                .isEmpty();
    }

    @Test
    void asManyReleasesStayAsAreAskedFor() throws IOException {
        for (String word : List.of("三", "四", "五")) {
            apply(packed(there.releases.live().orElseThrow().number() + "", folder.resolve("next.zip"), 0), Disk.REAL);
            here.publish(word);
        }
        apply(packed("4", folder.resolve("next.zip"), 0), Disk.REAL);
        assertThat(there.releases.all()).extracting(Release::number).containsExactly(3, 4, 5);
    }

    @Test
    void whatIsAppliedHasTheRightsOfTheFolder() throws IOException {
        Path open = Files.createDirectories(folder.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
        there = Nights.to(open);
        apply(packed("0"), new UmaskDisk());
        for (Path file : Tree.files(open).values()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .as(file.toString())
                    .isIn("rw-r--r--", "rwxr-xr-x");
        }
        for (Path below : Tree.folders(open)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(below)))
                    .as(below.toString())
                    .isEqualTo("rwxr-xr-x");
        }
    }

    @Test
    void whatIsSaidToBeAKeyAndIsTooLongIsNone() throws IOException {
        String pem = Files.readString(key);
        Path padded = Files.writeString(folder.resolve("padded"), " ".repeat(10_000 - pem.length()) + pem);
        assertThat(Keys.sign(padded, new byte[1])).isPresent();
        Files.writeString(padded, " ".repeat(10_001 - pem.length()) + pem);
        assertThat(Keys.sign(padded, new byte[1])).isEmpty();
    }

    @Test
    void thePrivateKeyIsItsOwnersAlone() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        byte[] signed = Keys.sign(key, Nights.bytes("a")).orElseThrow();
        assertThat(Keys.isSigned(Keys.open(key), Nights.bytes("a"), signed)).isTrue();
        assertThat(Keys.isSigned(Keys.open(key), Nights.bytes("b"), signed)).isFalse();
        assertThat(Keys.isSigned(Keys.open(key), Nights.bytes("a"), new byte[3]))
                .isFalse();
        assertThat(Keys.isSigned(key, Nights.bytes("a"), signed)).isFalse();
    }

    @Test
    void aPackageThatWasCutOffIsFoundOutAtAnyByte() throws IOException {
        byte[] whole = Files.readAllBytes(packed("1"));
        for (int length = 0; length < whole.length; length += 97) {
            Path cut = Files.write(folder.resolve("cut.zip"), java.util.Arrays.copyOf(whole, length));
            assertThat(refusal(cut, key, 1)).as("at " + length).startsWith("delta-");
        }
        assertThat(there.word()).isEqualTo("一");
        Faults.row("增量包在第 N 个字节断了", (whole.length + 96) / 97, 0, "完整的那个装得上");
    }

    @Test
    @Tag("slow")
    void stoppedAtAnyActItGoesOnWhereItWas() throws IOException {
        Path delta = packed("1");
        int kills = 0;
        int resumed = 0;
        for (int act = 1; ; act++) {
            there = Nights.to(folder.resolve("there" + act));
            apply(packed("0", folder.resolve("all.zip"), 1), Disk.REAL);
            FaultyDisk disk = FaultyDisk.killedAt(act);
            try {
                apply(delta, disk);
            } catch (FaultyDisk.Killed now) {
                kills++;
            }
            assertThat(there.word()).as("act " + act).isIn("一", "二");
            there.nextCommand();
            resumed += apply(delta, Disk.REAL).value().orElseThrow().resumed();
            assertThat(there.word()).as("act " + act).isEqualTo("二");
            assertThat(there.releasing().verify(there.releases.live().orElseThrow()))
                    .isEmpty();
            if (!disk.reached()) {
                break;
            }
        }
        Faults.row("装增量包在第 N 个动作被杀，再装", kills, 0, "接着装的文件 " + resumed + " 个");
        assertThat(kills).isGreaterThan(20);
        assertThat(resumed).isGreaterThan(20);
    }

    @Test
    void opensslReadsTheKeys() throws Exception {
        assertThat(openssl("pkey", "-in", key.toString(), "-noout")).isZero();
        assertThat(openssl("pkey", "-pubin", "-in", Keys.open(key).toString(), "-noout"))
                .isZero();
    }

    private static int openssl(String... words) throws Exception {
        java.util.List<String> command = new java.util.ArrayList<>(java.util.List.of("openssl"));
        command.addAll(java.util.List.of(words));
        Path program = Path.of("/usr/bin/openssl");
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.isExecutable(program), "no openssl");
        return new ProcessBuilder(command).start().waitFor();
    }

    private Path packed(String since) throws IOException {
        return packed(since, folder.resolve("delta-" + since + ".zip"), 0);
    }

    /** @param live the release that is packed; 0 for the one that readers have */
    private Path packed(String since, Path to, int live) throws IOException {
        if (live > 0) {
            here.releasing().goBack(here.releases.named(live + "").orElseThrow());
        }
        Outcome<Optional<Delta.Packed>> packed = new Delta(here.releases).pack(since, to, key);
        assertThat(packed.diagnostics()).isEmpty();
        return to;
    }

    private Outcome<Optional<Applying.Applied>> apply(Path delta, Disk disk) throws IOException {
        return apply(delta, disk, key);
    }

    private Outcome<Optional<Applying.Applied>> apply(Path delta, Disk disk, Path signer) throws IOException {
        Lock lock =
                there.releasing().enter(Owner.self(Nights.NOW), false).value().orElseThrow();
        try (lock) {
            return new Applying(there.releases, disk, new Parallel(2)).apply(delta, Keys.open(signer), 3);
        }
    }

    /** The rule by which it was refused; no word if it wasn't. */
    private String refusal(Path delta, Path signer, int errors) throws IOException {
        Outcome<Optional<Applying.Applied>> applied = apply(delta, Disk.REAL, signer);
        assertThat(applied.value().isEmpty()).isEqualTo(errors > 0);
        return applied.diagnostics().stream()
                .filter(Diagnostic::isError)
                .map(Diagnostic::rule)
                .findFirst()
                .orElse("");
    }

    private Path changed(Path zip, String name, boolean gone) throws IOException {
        Path changed = folder.resolve("changed.zip");
        try (ZipFile from = new ZipFile(zip.toFile());
                OutputStream out = Files.newOutputStream(changed);
                ZipOutputStream to = new ZipOutputStream(out)) {
            for (Enumeration<? extends ZipEntry> all = from.entries(); all.hasMoreElements(); ) {
                ZipEntry entry = all.nextElement();
                byte[] bytes = from.getInputStream(entry).readAllBytes();
                if (entry.getName().equals(name)) {
                    if (gone) {
                        continue;
                    }
                    bytes[bytes.length / 2] ^= 1;
                }
                to.putNextEntry(new ZipEntry(entry.getName()));
                to.write(bytes);
                to.closeEntry();
            }
        }
        return changed;
    }
}
