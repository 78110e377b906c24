package io.zhibu.build;

import io.zhibu.address.Address;
import io.zhibu.config.Config;
import io.zhibu.diagnostic.Diagnostics;
import io.zhibu.diagnostic.Outcome;
import io.zhibu.diagnostic.Where;
import io.zhibu.entry.Offline;
import io.zhibu.output.Output;
import io.zhibu.ownfile.OwnFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The zip that {@code zhibu package} made, if the settings say that readers may fetch it and it is there: it goes out with the site. */
final class OfflineZip {
    private static final String KEY = "offline.zip";
    private static final Address ADDRESS = Address.of(List.of("offline"), "offline.zip");

    private final Path root;
    private final Config config;

    OfflineZip(Path root, Config config) {
        this.root = root;
        this.config = config;
    }

    /** None if the settings name none or there is none yet; one that is no zip is told and left out. */
    Optional<Offline> look(Diagnostics diagnostics) {
        return config.settings().get(KEY).filter(name -> !name.isBlank()).flatMap(name -> look(name, diagnostics));
    }

    private Optional<Offline> look(String name, Diagnostics diagnostics) {
        try {
            Path file = root.resolve(name);
            return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    ? Optional.of(new Offline(ADDRESS, Files.size(file), day(file)))
                    : Optional.empty();
        } catch (IOException | InvalidPathException unreadable) {
            diagnostics.error(
                    config.settings()
                            .where(KEY)
                            .orElse(Where.inFile(
                                    config.layout().spelt(config.layout().properties()))),
                    "offline-zip",
                    "“" + name + "”不是读得出的压缩包，站点里放不进离线版",
                    "写 zhibu package 做出的文件，如 target/offline.zip；或重新做一次");
            return Optional.empty();
        }
    }

    /** Every file in it has the day of what is packed. */
    private static LocalDate day(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.stream()
                    .map(ZipEntry::getTimeLocal)
                    .findFirst()
                    .orElseThrow(() -> new IOException("an empty zip"))
                    .toLocalDate();
        }
    }

    /** The files, and the zip beside them. */
    Output beside(Output files, Offline zip) {
        Output.Builder all = new Output.Builder();
        files.files().forEach((address, source) -> all.add(address, Where.inFile(address.path()), source));
        Path file = root.resolve(config.settings().get(KEY).orElseThrow());
        all.add(zip.address(), Where.inFile(zip.address().path()), () -> bytes(file));
        return all.build().value();
    }

    private static Outcome<byte[]> bytes(Path file) {
        try {
            return Outcome.of(OwnFile.bytes(file));
        } catch (IOException gone) {
            Diagnostics diagnostics = new Diagnostics();
            diagnostics.error(Where.inFile(file.toString()), "offline-zip", "离线版的压缩包读不出来", "用 zhibu package 重新做一次");
            return Outcome.of(new byte[0], diagnostics);
        }
    }
}
