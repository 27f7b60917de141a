package app.candor.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * The files of a store: journals numbered by generation and the snapshot that replaces all journals
 * up to its own number.
 */
record StoreFiles(Path folder) {
    private static final String JOURNAL = "journal-";
    private static final String SNAPSHOT = "snapshot-";
    private static final String UNFINISHED = ".tmp";

    /** Far behind the process number in the file, so that others can read that where locks bind. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    /**
     * Keeps the folder until closed, or until the process ends in whatever way.
     *
     * @throws FolderUnusable if another process, or another server of this one, has it
     */
    FileChannel lock() throws IOException {
        Files.createDirectories(folder);
        var file = folder.resolve("lock");
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock(LOCKED_BYTE, 1, false) == null) {
                throw new OverlappingFileLockException();
            }
        } catch (OverlappingFileLockException inUse) {
            channel.close();
            throw FolderUnusable.inUse(folder.toAbsolutePath().normalize(), Files.readString(file));
        }
        channel.truncate(0);
        channel.write(UTF_8.encode(Long.toString(ProcessHandle.current().pid())), 0);
        return channel;
    }

    Path journal(long generation) {
        return folder.resolve(JOURNAL + "%010d".formatted(generation));
    }

    Path snapshot(long generation) {
        return folder.resolve(SNAPSHOT + "%010d".formatted(generation));
    }

    Path unfinishedSnapshot(long generation) {
        return folder.resolve(snapshot(generation).getFileName() + UNFINISHED);
    }

    /** 0 if there is none. */
    long newestJournal() throws IOException {
        return newest(JOURNAL);
    }

    /** 0 if there is none. */
    long newestSnapshot() throws IOException {
        return newest(SNAPSHOT);
    }

    /** In bytes, 0 if there is none. */
    long snapshotSize() throws IOException {
        var newest = newestSnapshot();
        return newest == 0 ? 0 : Files.size(snapshot(newest));
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
        var newest = newestSnapshot();
        for (var name : names()) {
            var journal = generation(name, JOURNAL);
            var snapshot = generation(name, SNAPSHOT);
            if (journal > 0 && journal <= newest
                    || snapshot > 0 && snapshot < newest
                    || name.endsWith(UNFINISHED)) {
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

    private long newest(String prefix) throws IOException {
        return names().stream().mapToLong(name -> generation(name, prefix)).max().orElse(0);
    }

    /** 0 for any other name. */
    private static long generation(String name, String prefix) {
        return name.matches(prefix + "\\d{10}")
                ? Long.parseLong(name.substring(prefix.length()))
                : 0;
    }

    private List<String> names() throws IOException {
        try (var paths = Files.list(folder)) {
            return paths.map(path -> path.getFileName().toString()).toList();
        }
    }
}
