package app.candor.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A MongoDB for one test class: the server of {@code CANDOR_TEST_MONGODB_URI} or of Testcontainers
 * where there is one (see {@link RealMongoWhereThereIsOne}), the embedded one elsewhere.
 */
public final class TestMongo implements AutoCloseable {
    private final @Nullable EmbeddedServer embedded;
    private final String uri;

    public TestMongo() {
        var real = System.getProperty(RealMongoWhereThereIsOne.PROPERTY);
        if (real != null) {
            embedded = null;
            uri = real;
            return;
        }
        try {
            embedded = EmbeddedServer.serve(Files.createTempDirectory("candor-mongo"));
            uri = embedded.address();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without a database name. */
    public String uri() {
        return uri;
    }

    /** Absent where a real MongoDB is used. */
    public Optional<EmbeddedServer> embedded() {
        return Optional.ofNullable(embedded);
    }

    @Override
    public void close() {
        if (embedded != null) {
            embedded.close();
        }
    }
}
