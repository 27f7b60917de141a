package app.candor.embedded;

import com.mongodb.ConnectionString;
import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Starts the embedded server and points the driver at it. */
@Configuration
@Conditional(NoMongoConfigured.class)
class EmbeddedMongo {
    /** Commands wait for the disk on these threads; as many of them share one write to it. */
    private static final int WORKERS = 16;

    @Bean(destroyMethod = "shutdownNow")
    MongoServer embeddedServer(@Value("${candor.data:data}") Path data) throws IOException {
        return serve(data.resolve("mongo"));
    }

    @Bean
    MongoConnectionDetails embeddedConnection(MongoServer server) {
        var uri = new ConnectionString(address(server) + "/candor");
        return () -> uri;
    }

    /**
     * Serves a folder on a free port of the loopback address.
     *
     * @throws FolderUnusable if another process serves it or its files cannot be trusted
     */
    static MongoServer serve(Path folder) throws IOException {
        var server = new MongoServer(new DurableBackend(Store.open(folder)));
        var loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        server.bind(new InetSocketAddress(loopback, 0), 1, WORKERS);
        return server;
    }

    static String address(MongoServer server) {
        return "mongodb://127.0.0.1:" + server.getLocalAddress().getPort();
    }
}
