package app.candor.embedded;

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
    }

    private static boolean dockerAnswers() {
        try {
            return DockerClientFactory.instance().isDockerAvailable();
        } catch (RuntimeException none) {
            return false;
        }
    }
}
