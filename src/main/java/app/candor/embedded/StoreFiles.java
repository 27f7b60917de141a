package app.candor.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.OptionalLong;

/**
 * The files of a store: journals numbered by generation and the snapshot that replaces all journals
 * up to its own number.
 */
record StoreFiles(Path folder) {
    private static final String JOURNAL = "journal-";
    private static final String SNAPSHOT = "snapshot-";
    private static final String UNFINISHED = ".tmp";

    Path journal(long generation) {
        return folder.resolve(JOURNAL + "%010d".formatted(generation));
    }

    Path snapshot(long generation) {
        return folder.resolve(SNAPSHOT + "%010d".formatted(generation));
    }

    Path unfinishedSnapshot(long generation) {
        return folder.resolve(SNAPSHOT + "%010d".formatted(generation) + UNFINISHED);
    }

    /** Generations of the journals present, ascending. */
    List<Long> journals() throws IOException {
        return generations(JOURNAL);
    }

    OptionalLong newestSnapshot() throws IOException {
        return generations(SNAPSHOT).stream().mapToLong(Long::longValue).max();
    }

    /** Makes a finished snapshot the one recovery starts from, then deletes what it replaces. */
    void adopt(long generation) throws IOException {
        Files.move(
                unfinishedSnapshot(generation),
                snapshot(generation),
                StandardCopyOption.ATOMIC_MOVE);
        syncFolder();
        deleteReplaced();
    }

    /** Deletes what the newest snapshot replaces and what a crash left unfinished. */
    void deleteReplaced() throws IOException {
        var newest = newestSnapshot().orElse(0);
        for (long generation : journals()) {
            if (generation <= newest) {
                Files.delete(journal(generation));
            }
        }
        for (long generation : generations(SNAPSHOT)) {
            if (generation < newest) {
                Files.delete(snapshot(generation));
            }
        }
        for (var name : names()) {
            if (name.endsWith(UNFINISHED)) {
                Files.delete(folder.resolve(name));
            }
        }
    }

    /** Makes created, renamed and deleted names survive a power loss. */
    void syncFolder() throws IOException {
        if (File.separatorChar == '\\') {
            return; // Windows neither allows nor needs it.
        }
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Size of all files, in bytes. */
    long size() throws IOException {
        long size = 0;
        for (var name : names()) {
            size += Files.size(folder.resolve(name));
        }
        return size;
    }

    private List<Long> generations(String prefix) throws IOException {
        return names().stream()
                .filter(name -> name.matches(prefix + "\\d{10}"))
                .map(name -> Long.valueOf(name.substring(prefix.length())))
                .sorted()
                .toList();
    }

    private List<String> names() throws IOException {
        try (var paths = Files.list(folder)) {
            return paths.map(path -> path.getFileName().toString()).toList();
        }
    }
}
