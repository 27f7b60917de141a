package app.candor.embedded.boot;

import app.candor.embedded.EmbeddedServer;
import com.mongodb.ConnectionString;
import de.bwaldvogel.mongo.MongoServer;
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
    @Bean(destroyMethod = "shutdownNow")
    MongoServer embeddedServer(@Value("${candor.data:data}") Path data) throws IOException {
        return EmbeddedServer.serve(data.resolve("mongo"));
    }

    @Bean
    MongoConnectionDetails embeddedConnection(MongoServer server) {
        var uri = new ConnectionString(EmbeddedServer.address(server) + "/candor");
        return () -> uri;
    }
}
