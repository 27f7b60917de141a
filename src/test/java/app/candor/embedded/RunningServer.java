package app.candor.embedded;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.bson.Document;

/** A server on a folder of the test, and the ordinary driver talking to it. */
final class RunningServer implements AutoCloseable {
    private final Path folder;
    private final Store store;
    private final DurableBackend backend;
    private final MongoServer server;
    private final MongoClient client;

    private RunningServer(Path folder, Store store) {
        this.folder = folder;
        this.store = store;
        this.backend = new DurableBackend(store);
        this.server = new MongoServer(backend);
        server.bind(new InetSocketAddress("127.0.0.1", 0), 1, 16);
        this.client =
                MongoClients.create("mongodb://127.0.0.1:" + server.getLocalAddress().getPort());
    }

    static RunningServer on(Path folder) throws IOException {
        return new RunningServer(folder, Store.open(folder));
    }

    static RunningServer on(Path folder, long smallestJournal) throws IOException {
        return new RunningServer(folder, Store.open(folder, smallestJournal));
    }

    MongoClient client() {
        return client;
    }

    MongoDatabase database() {
        return client.getDatabase("candor");
    }

    MongoCollection<Document> collection(String name) {
        return database().getCollection(name);
    }

    Store store() {
        return store;
    }

    OrderedIndex index(String collection, String name) {
        return backend
                .resolveDatabase("candor")
                .resolveCollection(collection, true)
                .getIndexes()
                .stream()
                .filter(index -> index.getName().equals(name))
                .map(OrderedIndex.class::cast)
                .findFirst()
                .orElseThrow();
    }

    /** Stops in good order and starts again on the same files. */
    RunningServer restarted() throws IOException {
        close();
        return on(folder);
    }

    @Override
    public void close() {
        client.close();
        server.shutdownNow();
    }
}
