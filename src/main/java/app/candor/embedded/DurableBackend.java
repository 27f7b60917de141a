package app.candor.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Answers a command only when everything the answer rests on is on the disk.
 *
 * <p>That includes what others wrote and the answer shows: no reader acts on what a crash could
 * take back.
 */
final class DurableBackend extends AbstractMongoBackend {
    private static final Set<String> WRITES =
            Set.of(
                    "insert",
                    "update",
                    "delete",
                    "findandmodify",
                    "create",
                    "createindexes",
                    "drop",
                    "dropindexes",
                    "dropdatabase");

    private final Store store;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final ConcurrentMap<String, DurableDatabase> databases = new ConcurrentHashMap<>();

    DurableBackend(Store store) {
        this.store = store;
        store.namespaces().stream()
                .map(namespace -> namespace.substring(0, namespace.indexOf('.')))
                .distinct()
                .forEach(this::resolveDatabase);
    }

    Store store() {
        return store;
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return databases.computeIfAbsent(
                name, same -> new DurableDatabase(same, getCursorRegistry(), store));
    }

    @Override
    public void dropDatabase(String name) {
        super.dropDatabase(name);
        databases.remove(name);
    }

    /** After a journal error reads still answer, so that people can save what they see. */
    @Override
    public Document handleCommand(
            Channel channel, String database, String command, Document query) {
        refuseWhatItCannotDo(command, query);
        var journal = store.journal();
        var writes = WRITES.contains(command.toLowerCase(Locale.ROOT));
        if (writes) {
            journal.requireWritable();
        }
        try {
            return super.handleCommand(channel, database, command, query);
        } finally {
            if (writes || !journal.hasFailed()) {
                journal.awaitDurable();
            }
        }
    }

    private static void refuseWhatItCannotDo(String command, Document query) {
        if (command.equalsIgnoreCase("renameCollection")) {
            throw DurableDatabase.refused("renaming collections");
        }
        if (query.get("pipeline") instanceof Collection<?> stages
                && stages.stream().anyMatch(DurableBackend::writes)) {
            throw DurableDatabase.refused("$out and $merge");
        }
    }

    private static boolean writes(Object stage) {
        return stage instanceof Document document
                && (document.containsKey("$out") || document.containsKey("$merge"));
    }

    /** The library closes the backend at each shutdown, asked for once or twice. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        super.close();
        try {
            store.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
