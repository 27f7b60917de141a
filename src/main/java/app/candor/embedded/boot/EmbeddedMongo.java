package app.candor.embedded.boot;

import app.candor.embedded.EmbeddedServer;
import com.mongodb.ConnectionString;
import java.io.IOException;
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
    @Bean
    EmbeddedServer embeddedServer(@Value("${candor.data:data}") Path data) throws IOException {
        return EmbeddedServer.serve(data.resolve("mongo"));
    }

    @Bean
    MongoConnectionDetails embeddedConnection(EmbeddedServer server) {
        var uri = new ConnectionString(server.address() + "/candor");
        return () -> uri;
    }
}
