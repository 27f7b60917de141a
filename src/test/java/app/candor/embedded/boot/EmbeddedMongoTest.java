package app.candor.embedded.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.candor.embedded.EmbeddedServer;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** When the embedded server starts, where, and what it says when it cannot. */
@ExtendWith(OutputCaptureExtension.class)
class EmbeddedMongoTest {
    @TempDir Path data;

    private ApplicationContextRunner candor() {
        return new ApplicationContextRunner()
                .withUserConfiguration(EmbeddedMongo.class)
                .withPropertyValues("candor.data=" + data, "spring.mongodb.uri=");
    }

    @Test
    void itServesTheLoopbackAddressAloneFromBelowTheDataFolder() {
        candor().run(context -> {
            var server = context.getBean(EmbeddedServer.class);
            var address = context.getBean(MongoConnectionDetails.class).getConnectionString();
            assertThat(address.getHosts()).singleElement().asString().startsWith("127.0.0.1:");
            assertThat(address.getConnectionString()).startsWith(server.address());
            assertThat(data.resolve("mongo")).isNotEmptyDirectory();
        });
    }

    @Test
    void anAddressOfAMongoDbReplacesIt() {
        candor().withPropertyValues("spring.mongodb.uri=mongodb://db.example.org/candor")
                .run(context -> assertThat(context).doesNotHaveBean(EmbeddedServer.class));
        candor().withPropertyValues("spring.mongodb.uri=")
                .run(context -> assertThat(context).hasSingleBean(EmbeddedServer.class));
    }

    @Test
    void aFolderInUseIsReportedInOneSentence(CapturedOutput output) throws IOException {
        var first = EmbeddedServer.serve(data.resolve("mongo"));
        try {
            assertThatThrownBy(() ->
                            new SpringApplicationBuilder(EmbeddedMongo.class)
                                    .web(WebApplicationType.NONE)
                                    .run("--candor.data=" + data, "--spring.mongodb.uri="))
                    .isNotNull();
        } finally {
            first.close();
        }
        assertThat(output.getErr())
                .isEqualTo(
                        "The folder %s is in use by another Candor (process %d).%n"
                                .formatted(data.resolve("mongo"), ProcessHandle.current().pid()));
    }
}
