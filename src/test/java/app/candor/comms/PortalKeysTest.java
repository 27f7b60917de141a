package app.candor.comms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortalKeysTest {
    @TempDir Path folder;

    @Test
    void theSigningKeyIsForThePortalAlone() throws Exception {
        new PortalKeys(folder);

        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(folder.resolve("signing-key.pem"))))
                .isEqualTo("rw-------");
        assertThat(new PortalKeys(folder).published()).doesNotContain("PRIVATE");
    }

    @Test
    void aRestartGoesOnWithTheSameKey() {
        assertThat(new PortalKeys(folder).fingerprint())
                .isEqualTo(new PortalKeys(folder).fingerprint());
    }

    @Test
    void aNewKeyLeavesTheOldPublicOnePublished() throws Exception {
        var old = new PortalKeys(folder);
        var before = old.published();
        Files.delete(folder.resolve("signing-key.pem"));

        var next = new PortalKeys(folder);

        assertThat(next.fingerprint()).isNotEqualTo(old.fingerprint());
        assertThat(next.published()).contains(before).isNotEqualTo(before);
    }
}
