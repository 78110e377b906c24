package io.zhibu.preview.watch;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;
import static java.nio.file.StandardWatchEventKinds.OVERFLOW;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The system's own events. A folder that it doesn't watch, for want of handles or since it lies elsewhere, is left to those who look by themselves. */
final class SystemEvents implements Events {
    private final WatchService service;
    private final Map<WatchKey, Path> folders = new HashMap<>();
    private Places places = new Places(Set.of(), Set.of());

    /** @param service closed with this */
    SystemEvents(WatchService service) {
        this.service = service;
    }

    /** Registering a folder again does nothing. */
    @Override
    public void watch(Places meant) {
        places = meant;
        meant.files().forEach(file -> register(file.getParent()));
        meant.trees().forEach(tree -> {
            register(tree.getParent());
            registerAll(tree, new HashSet<>());
        });
        folders.entrySet().removeIf(entry -> {
            boolean unwanted = !places.hold(entry.getValue()) && !isAbove(entry.getValue());
            if (unwanted) {
                entry.getKey().cancel();
            }
            return unwanted;
        });
    }

    private boolean isAbove(Path folder) {
        return places.trees().stream().anyMatch(tree -> folder.equals(tree.getParent()))
                || places.files().stream().anyMatch(file -> folder.equals(file.getParent()));
    }

    private boolean register(Path folder) {
        try {
            folders.put(folder.register(service, ENTRY_CREATE, ENTRY_DELETE, ENTRY_MODIFY), folder);
            return true;
        } catch (IOException unwatched) {
            return false;
        }
    }

    /** @param found gets every file that was there already: nothing will be told of it */
    private void registerAll(Path tree, Set<Path> found) {
        new Walking() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes any) {
                return register(folder) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            void file(Path file, BasicFileAttributes any) {
                found.add(file);
            }
        }.walk(tree);
    }

    @Override
    public Set<Path> next(long millis) throws InterruptedException {
        Set<Path> touched = new HashSet<>();
        try {
            WatchKey key = service.poll(Math.max(0, millis), TimeUnit.MILLISECONDS);
            while (key != null) {
                take(key, touched);
                key = service.poll();
            }
        } catch (ClosedWatchServiceException closing) {
            throw new InterruptedException("closed");
        }
        return touched;
    }

    private void take(WatchKey key, Set<Path> touched) {
        Path folder = folders.get(key);
        for (WatchEvent<?> event : key.pollEvents()) {
            if (folder == null) {
                continue;
            }
            if (event.kind() == OVERFLOW) {
                touched.add(folder);
                registerAll(folder, touched);
            } else if (event.context() instanceof Path name) {
                Path path = folder.resolve(name);
                if (places.hold(path)) {
                    touched.add(path);
                    if (event.kind() != ENTRY_DELETE && Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                        registerAll(path, touched);
                    }
                }
            }
        }
        if (!key.reset()) {
            folders.remove(key);
        }
    }

    @Override
    public void close() {
        try {
            service.close();
        } catch (IOException already) {
            folders.clear();
        }
    }
}
