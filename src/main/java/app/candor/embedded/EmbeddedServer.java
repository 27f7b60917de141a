package app.candor.embedded;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/** The server, on a free port of the loopback address. */
public final class EmbeddedServer {
    /** Commands wait for the disk on these threads; as many of them share one write to it. */
    private static final int WORKERS = 16;

    private EmbeddedServer() {}

    /**
     * Serves a folder until it is shut down.
     *
     * @throws FolderUnusable if another process serves it or its files cannot be trusted
     */
    public static MongoServer serve(Path folder) throws IOException {
        var server = new MongoServer(new DurableBackend(Store.open(folder)));
        server.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 1, WORKERS);
        return server;
    }

    public static String address(MongoServer server) {
        return "mongodb://127.0.0.1:" + server.getLocalAddress().getPort();
    }
}
