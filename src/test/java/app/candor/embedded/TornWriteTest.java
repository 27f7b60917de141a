package app.candor.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files as a crash or a failing disk leaves them. */
class TornWriteTest {
    private static final int WRITES = 60;
    private static final int SOME_BYTES = 20;
    private static final int CASES = 400;

    @TempDir Path folder;
    private final Random random = new Random(Long.getLong("candor.seed", 4711));
    private byte[] journal = {};

    /** Frame n holds keys n and n + 1000: both or neither may be recovered. */
    @BeforeEach
    void writeAJournal() throws IOException {
        var original = Files.createDirectory(folder.resolve("original"));
        try (var store = Store.open(original)) {
            for (int key = 1; key <= WRITES; key++) {
                store.journal().append("candor.notes", key, new byte[1 + random.nextInt(300)]);
                store.journal().append("candor.notes", key + 1_000, new byte[] {(byte) key});
                store.journal().awaitDurable();
            }
            journal = Files.readAllBytes(new StoreFiles(original).journal(1));
        }
    }

    private Path copyWith(byte[] bytes, int number) throws IOException {
        var copy = Files.createDirectory(folder.resolve("copy" + number));
        Files.write(new StoreFiles(copy).journal(1), bytes);
        return copy;
    }

    /** Number of writes recovered, which must be the first ones and whole. */
    private static int prefix(Path folder) throws IOException {
        try (var store = Store.open(folder)) {
            var keys = store.documents("candor.notes").navigableKeySet();
            int writes = keys.headSet(1_000L).size();
            assertThat(keys).hasSize(2 * writes);
            assertThat(writes == 0 ? 0 : keys.headSet(1_000L).last()).isEqualTo(writes);
            assertThat(writes == 0 ? 0 : keys.last()).isEqualTo(writes == 0 ? 0 : writes + 1_000L);
            return writes;
        }
    }

    @Test
    void aCutJournalYieldsTheWritesBeforeTheCut() throws IOException {
        int last = 0;
        for (int i = 0; i < CASES; i++) {
            int cut = (int) ((long) journal.length * i / CASES);
            var copy = copyWith(Arrays.copyOf(journal, cut), i);
            int recovered = prefix(copy);
            assertThat(recovered).isGreaterThanOrEqualTo(last);
            last = recovered;
            assertThat(prefix(copy)).as("a second recovery").isEqualTo(recovered);
        }
        assertThat(prefix(copyWith(journal, CASES))).isEqualTo(WRITES);
    }

    /** What a power loss makes of a frame whose pages reached the disk in part. */
    @Test
    void aGarbledLastFrameIsDroppedAndNothingElse() throws IOException {
        int start = lastFrame();
        for (int i = 0; i < CASES; i++) {
            var bytes = journal.clone();
            for (int at = start + random.nextInt(bytes.length - start); at < bytes.length; at++) {
                bytes[at] = (byte) (i % 2 == 0 ? 0 : random.nextInt(256));
            }
            assertThat(prefix(copyWith(bytes, i))).isBetween(WRITES - 1, WRITES);
        }
    }

    @Test
    void aBrokenFrameBeforeAWholeOneIsRefusedAndLeftAsItIs() throws IOException {
        int start = lastFrame();
        for (int i = 0; i < CASES; i++) {
            var bytes = journal.clone();
            bytes[random.nextInt(start)] ^= (byte) (1 << random.nextInt(8));
            var copy = copyWith(bytes, i);
            assertThatThrownBy(() -> Store.open(copy).close())
                    .isInstanceOf(FolderUnusable.class)
                    .hasMessageMatching(
                            "The file .*journal-.* is damaged at byte \\d+\\. Nothing .*");
            assertThat(Files.readAllBytes(new StoreFiles(copy).journal(1))).isEqualTo(bytes);
        }
    }

    @Test
    void aBrokenSnapshotOrAMissingJournalIsRefused() throws IOException {
        var store = Store.open(folder.resolve("merged"), 2_000);
        for (int key = 1; key <= WRITES; key++) {
            store.journal().append("candor.notes", key, new byte[200]);
            store.journal().awaitDurable();
        }
        store.close();
        var files = new StoreFiles(folder.resolve("merged"));
        long newest = files.newestSnapshot();
        var snapshot = Files.readAllBytes(files.snapshot(newest));
        Files.write(files.snapshot(newest), Arrays.copyOf(snapshot, snapshot.length - 3));
        assertThatThrownBy(() -> Store.open(files.folder())).hasMessageContaining("damaged");
        Files.delete(files.snapshot(newest));
        assertThatThrownBy(() -> Store.open(files.folder())).hasMessageContaining("missing");
        Files.write(files.snapshot(newest), snapshot);
        Files.write(files.unfinishedSnapshot(newest + 1), new byte[SOME_BYTES]);
        try (var whole = Store.open(files.folder())) {
            assertThat(whole.documents("candor.notes")).hasSize(WRITES);
        }
    }

    /** Else merging would drop what stood behind the damage, and with it the evidence. */
    @Test
    void aJournalDamagedWhileItWaitsIsNotMerged() throws IOException {
        var files = new StoreFiles(Files.createDirectory(folder.resolve("waiting")));
        journal[lastFrame() / 2] ^= 1;
        Files.write(files.journal(1), journal);
        assertThatThrownBy(() -> Compaction.run(files, 1)).isInstanceOf(FolderUnusable.class);
        assertThat(files.newestSnapshot()).isZero();
        assertThat(Files.readAllBytes(files.journal(1))).isEqualTo(journal);
    }

    @Test
    void aJournalHasRoomWhileItIsWrittenAndGivesItBack() throws IOException {
        assertThat(journal.length - endOfFrames()).isBetween(1, FrameWriter.LEAST_ROOM);

        var files = new StoreFiles(copyWith(journal, 0));
        assertThat(prefix(files.folder())).isEqualTo(WRITES);

        assertThat(Files.size(files.journal(1))).isEqualTo(endOfFrames() + Frames.HEADER);
    }

    /** A file system may leave bytes behind the end that a power loss never wrote. */
    @Test
    void bytesBehindTheEndAreDroppedAtEveryStart() throws IOException {
        var copy = copyWith(Arrays.copyOf(journal, journal.length + SOME_BYTES), 0);
        for (int start = 0; start < 3; start++) {
            assertThat(prefix(copy)).isEqualTo(WRITES);
        }
    }

    /**
     * Offset of the last frame that carries a write. The journal was copied before it was closed.
     */
    private int lastFrame() {
        return frames().get(WRITES - 1);
    }

    private int endOfFrames() {
        return frames().get(WRITES);
    }

    /** Where each frame begins, and where the last one ends. */
    private List<Integer> frames() {
        var starts = new ArrayList<Integer>();
        starts.add(0);
        for (int at = 0; ByteBuffer.wrap(journal).getInt(at) == Frames.MAGIC; starts.add(at)) {
            at += Frames.HEADER + ByteBuffer.wrap(journal).getInt(at + 24);
        }
        return starts;
    }
}
