package io.zhibu.solr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.zhibu.search.Search;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an entry costs on the engine: bytes that are sent and kept, and processor time of both sides together. */
class SolrCostsTest {
    /** Until the engine's programs are compiled. */
    private static final int ROUNDS = 30;

    @TempDir
    Path folder;

    @Test
    void ofDocumentsThatNobodyWrote() throws Exception {
        Path made = Path.of(System.getProperty("solr.made", "none"));
        assumeThat(made.resolve("questions.txt")).exists();
        Search search = SolrCloudTest.search(made.resolve("site"));
        Documents documents = new Documents(search, "made");
        int places = (int)
                search.indexed(0, search.size()).filter(one -> one.place()).count();
        int count = search.size() - places;
        long began = processor();
        long bytes = documents.made(0, count).stream()
                .mapToLong(one -> one.json().getBytes(StandardCharsets.UTF_8).length)
                .sum();
        long writing = processor() - began;
        Cloud cloud = new Cloud(folder);
        try {
            Solr solr = cloud.solr();
            Export export = new Export(search, "made");
            // One copy of each shard: what it takes is what the entries take.
            began = processor();
            export.send(solr, "made", 2, 1, (at, of) -> {});
            long sending = processor() - began;
            began = processor();
            assertThat(export.send(solr, "made", 2, 1, (at, of) -> {}).nothing())
                    .isTrue();
            long again = processor() - began;
            long kept = index(folder);
            List<String> questions = Files.readAllLines(made.resolve("questions.txt")).stream()
                    .filter(line -> line.matches("(title|pair|phrase|pinyin)\\t.*"))
                    .map(line -> line.substring(line.indexOf('\t') + 1))
                    .toList();
            Search there = search.rankedBy(new Asking(solr, "made", "made", search));
            long asking = 0;
            for (int round = 0; round < ROUNDS; round++) {
                began = processor();
                questions.forEach(there::literally);
                asking = processor() - began;
            }
            Files.writeString(made.resolve("costs.txt"), """
                    条目 %d，地方 %d
                    推送的 JSON：每条 %d 字节
                    索引：每条 %d 字节（一份，两个分片，有正文供摘句）
                    写成 JSON：每条 %.2f 毫秒处理器时间
                    建集合、推送、编索引（两边合计）：每条 %.2f 毫秒
                    什么也没变再推一次：每条 %.2f 毫秒
                    一次查询（两边合计，两个分片）：%d 句各问 %d 遍，末一遍平均 %.1f 毫秒
                    """.formatted(
                            count,
                            places,
                            bytes / count,
                            kept / count,
                            writing / 1e6 / count,
                            sending / 1e6 / count,
                            again / 1e6 / count,
                            questions.size(),
                            ROUNDS,
                            asking / 1e6 / questions.size()));
        } finally {
            cloud.stop();
        }
    }

    private static long processor() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .orElse(Duration.ZERO)
                .toNanos();
    }

    private static long index(Path folder) throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().contains("/data/index"))
                    .filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
