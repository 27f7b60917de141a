package app.candor.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.mongodb.MongoDBContainer;

/**
 * Runs data tests on a real replica set where Docker answers, or on the server that {@code
 * CANDOR_TEST_MONGODB_URI} names; says which.
 */
public class RealMongoWhereThereIsOne implements LauncherSessionListener {
    static final String PROPERTY = "candor.test.mongodb";

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        var forced = System.getenv("CANDOR_TEST_MONGODB_URI");
        if (forced != null && !forced.isBlank()) {
            use(forced);
        } else if (System.getenv("CANDOR_TEST_EMBEDDED") == null && dockerAnswers()) {
            var container = new MongoDBContainer("mongo:8.0").withReplicaSet();
            container.start();
            use(container.getConnectionString());
        } else {
            System.out.println("Data tests run on the embedded MongoDB: no Docker answers here.");
        }
    }

    private static void use(String uri) {
        System.out.println("Data tests run on a real MongoDB.");
        System.setProperty(PROPERTY, uri);
        // Read once a Spring context: each gets a database of its own.
        System.setProperty("spring.mongodb.uri", withDatabase(uri, "candor-${random.uuid}"));
    }

    static String withDatabase(String uri, String database) {
        var options = uri.indexOf('?');
        var server = options < 0 ? uri : uri.substring(0, options);
        var path = server.indexOf('/', server.indexOf("://") + 3);
        return (path < 0 ? server : server.substring(0, path))
                + "/"
                + database
                + (options < 0 ? "" : uri.substring(options));
    }

    /** Asks only where there could be an answer: a refusal takes its time and many lines. */
    private static boolean dockerAnswers() {
        var sockets =
                List.of(
                        Path.of("/var/run/docker.sock"),
                        Path.of(System.getProperty("user.home"), ".docker/run/docker.sock"));
        if (System.getenv("DOCKER_HOST") == null && sockets.stream().noneMatch(Files::exists)) {
            return false;
        }
        try {
            return DockerClientFactory.instance().isDockerAvailable();
        } catch (RuntimeException none) {
            return false;
        }
    }
}
