package app.candor.embedded;

import com.mongodb.ConnectionString;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Starts the embedded server and points the driver at it. */
@Configuration
@ConditionalOnProperty(name = "spring.mongodb.uri", matchIfMissing = true, havingValue = "\0")
class EmbeddedMongo {

    @Bean(destroyMethod = "shutdownNow")
    MongoServer embeddedServer() {
        return new MongoServer(new MemoryBackend());
    }

    @Bean
    MongoConnectionDetails embeddedConnection(MongoServer server) {
        var address = server.bind();
        var uri = "mongodb://127.0.0.1:" + address.getPort() + "/candor";
        return () -> new ConnectionString(uri);
    }
}
