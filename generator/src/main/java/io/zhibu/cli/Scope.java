package io.zhibu.cli;

import io.zhibu.diagnostic.Diagnostic;
import io.zhibu.history.Changed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The words of a check that say whose findings are wanted: all, or those of some files. */
final class Scope {
    private static final int MOST = 1_000_000;

    @Parameters(paramLabel = "文件", arity = "0..*", description = "只列这些文件里的问题（提示也列），别处的只报数。")
    private List<Path> files = List.of();

    @Option(names = "--changed-since", paramLabel = "提交", description = "只列这个提交以后改过的文件里的问题，如 --changed-since main。")
    private String revision = "";

    @Option(names = "--sample", paramLabel = "整数", description = "抽查：随机抽这么多篇，列出它们的问题。")
    private Integer sample;

    @Option(names = "--seed", paramLabel = "字", description = "抽查的种子，如日期；同样的内容和种子抽到同样的几篇。")
    private String seed;

    boolean isAll() {
        return files.isEmpty() && revision.isEmpty() && sample == null;
    }

    boolean isSample() {
        return sample != null;
    }

    Optional<Misuse> misuse(Path root) {
        long ways = (files.isEmpty() ? 0 : 1) + (revision.isEmpty() ? 0 : 1) + (sample == null ? 0 : 1);
        if (ways > 1) {
            return Optional.of(new Misuse("文件、--changed-since、--sample 只能写一种", "只留一种"));
        }
        if (sample != null && (sample < 1 || sample > MOST)) {
            return Optional.of(new Misuse("--sample 应是大于 0 的整数", "写要抽几篇，如 --sample 5"));
        }
        if (seed != null && sample == null) {
            return Optional.of(new Misuse("--seed 要和 --sample 一起写", "如 --sample 5 --seed 2026-07-01"));
        }
        for (Path file : files) {
            if (!Files.exists(root.resolve(file)) && !Files.exists(file.toAbsolutePath())) {
                return Optional.of(new Misuse("没有“" + file + "”这个文件", "写知识库里的文件，如 content/work-method/某篇.md"));
            }
        }
        return Optional.empty();
    }

    /**
     * Paths from the site's root.
     *
     * @param entries all files of entries, in order
     * @param today the seed where none was given
     */
    Found found(Path root, List<String> entries, String today) {
        if (!revision.isEmpty()) {
            Changed.Since since = new Changed(root).since(revision);
            return new Found(new TreeSet<>(since.files()), since.fault());
        }
        if (sample != null) {
            List<String> drawn = new ArrayList<>(entries);
            Collections.shuffle(drawn, new Random((seed == null ? today : seed).hashCode()));
            return new Found(new TreeSet<>(drawn.subList(0, Math.min(sample, drawn.size()))), "");
        }
        Set<String> named = new TreeSet<>();
        files.forEach(file -> named.add(spelt(root, file)));
        return new Found(named, "");
    }

    /**
     * @param files paths from the site's root; a folder stands for all in it
     * @param fault why they couldn't be told; empty if they could
     */
    record Found(Set<String> files, String fault) {
        boolean holds(String file) {
            return files.contains(file) || files.stream().anyMatch(one -> one.isEmpty() || file.startsWith(one + "/"));
        }

        boolean holds(Diagnostic one) {
            return holds(one.where().file());
        }
    }

    /** Written from where the command runs, or from the site's root. */
    private static String spelt(Path root, Path file) {
        Path here = file.toAbsolutePath().normalize();
        Path path = Files.exists(here) && here.startsWith(root)
                ? here
                : root.resolve(file).normalize();
        return root.relativize(path).toString().replace('\\', '/');
    }
}
