package app.candor.embedded;

import de.bwaldvogel.mongo.MongoServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The server, on a free port of the loopback address, and a short way in for its own process. */
public final class EmbeddedServer implements Closeable {
    /** Commands wait for the disk on these threads; as many of them share one write to it. */
    private static final int WORKERS = 16;

    private final DurableBackend backend;
    private final MongoServer server;

    /** Nobody interrupts it: a thread that is interrupted in a write closes the journal's file. */
    private final ExecutorService disk =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("embedded-disk").factory());

    private volatile boolean closed;

    private EmbeddedServer(DurableBackend backend) {
        this.backend = backend;
        this.server = new MongoServer(backend);
        server.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 1, WORKERS);
    }

    /**
     * Serves a folder until it is closed.
     *
     * @throws FolderUnusable if another process serves it or its files cannot be trusted
     */
    public static EmbeddedServer serve(Path folder) throws IOException {
        return new EmbeddedServer(new DurableBackend(Store.open(folder)));
    }

    /** Without a database name. */
    public String address() {
        var bound = server.getLocalAddress();
        return "mongodb://" + bound.getAddress().getHostAddress() + ":" + bound.getPort();
    }

    /**
     * Does what an ordered {@code insert} command does, without the way over the wire: the same
     * checks, the same files, and it returns once all of it is on the disk. Of most use where many
     * wait for a small document each.
     *
     * @param documents BSON, each with an {@code _id}
     * @return how many were stored, counted from the first; the next met a unique key that is taken
     * @throws RuntimeException if a document cannot be stored or the disk fails; those before it
     *     may have been stored
     */
    public int insert(String database, String collection, List<byte[]> documents) {
        try {
            return backend.insert(database, collection, documents);
        } finally {
            CompletableFuture.runAsync(backend::awaitDurable, disk).join();
        }
    }

    /**
     * Does what a {@code find} command does, without the way over the wire; as there, what is found
     * is on the disk.
     *
     * @param filter BSON
     * @param sort BSON
     * @param limit at most so many, at least 1
     * @return BSON each; none if there is no such collection
     * @throws IllegalStateException once the server is closed
     */
    public List<byte[]> find(
            String database, String collection, byte[] filter, byte[] sort, int limit) {
        if (closed) {
            throw new IllegalStateException("The store is closed");
        }
        var found = backend.find(database, collection, filter, sort, limit);
        if (backend.owesTheDisk()) {
            CompletableFuture.runAsync(backend::awaitDurable, disk).join();
        }
        return found;
    }

    /** Once or several times. */
    @Override
    public void close() {
        closed = true;
        server.shutdownNow();
        disk.close();
    }
}
