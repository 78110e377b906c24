package io.zhibu.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhibu.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is the new one or the last one, and nobody else's is replaced. */
class OneFileTest {
    @TempDir
    private Path folder;

    private Path target;
    private OneFile file;

    @BeforeEach
    void aFile() {
        target = folder.resolve("新/包.zip");
        file = new OneFile(target, "PK");
    }

    @Test
    void itIsWrittenBesideAndTakesThePlaceOfTheLastOne() throws IOException {
        write("PK1", true);
        assertThat(target).hasContent("PK1");
        file.write(fresh -> {
            assertThat(fresh).isEqualTo(folder.resolve("新/.包.zip.new"));
            Files.writeString(fresh, "PK2");
            assertThat(target).hasContent("PK1");
            return true;
        });
        assertThat(target).hasContent("PK2");
        assertThat(alone()).isTrue();
    }

    @Test
    void ifItIsNotToBeOrCantBeTheLastOneStays() throws IOException {
        write("PK1", true);
        write("PK2", false);
        assertThat(target).hasContent("PK1");
        assertThatThrownBy(() -> file.write(fresh -> {
                    Files.writeString(fresh, "PK");
                    throw new IOException("full");
                }))
                .hasMessage("full");
        assertThat(target).hasContent("PK1");
        assertThat(alone()).isTrue();
    }

    @Test
    void nothingAnEmptyFileAndOneOfTheKindAreOurs() throws IOException {
        assertThat(file.isOurs()).isTrue();
        Files.createDirectories(target.getParent());
        for (String ours : new String[] {"", "PK", "PK\u0003"}) {
            Files.writeString(target, ours);
            assertThat(file.isOurs()).as(ours).isTrue();
            assertThat(file.refusal()).as(ours).isEmpty();
        }
    }

    @Test
    void anotherKindAndAFolderAreNot() throws IOException {
        Files.createDirectories(target.getParent());
        for (String other : new String[] {"P", "KP", "pk", "甲"}) {
            Files.writeString(target, other);
            assertThat(file.isOurs()).as(other).isFalse();
        }
        Files.delete(target);
        Files.createDirectory(target);
        assertThat(file.isOurs()).isFalse();
        assertThat(file.refusal()).extracting(Diagnostic::rule).containsExactly("target-foreign");
        assertThat(file.refusal()).extracting(Diagnostic::isError).containsExactly(true);
    }

    private void write(String text, boolean good) throws IOException {
        file.write(fresh -> {
            Files.writeString(fresh, text);
            return good;
        });
    }

    private boolean alone() throws IOException {
        try (Stream<Path> all = Files.list(target.getParent())) {
            return all.toList().equals(List.of(target));
        }
    }
}
