package app.candor.demo.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import org.springframework.core.env.Environment;

/**
 * The key with which the demo provider signs its tokens; kept in the data folder, so that evidence
 * of yesterday can be checked tomorrow.
 */
final class DemoKey {
    private DemoKey() {}

    static RSAKey in(Environment environment) {
        var file = Path.of(environment.getProperty("candor.data", "data"), "demo-idp.jwk");
        try {
            if (Files.exists(file)) {
                return RSAKey.parse(Files.readString(file));
            }
            var key = new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate();
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, key.toJSONString());
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the demo provider's key in " + file, e);
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException("The demo provider's key is unreadable: " + file, e);
        }
    }
}
