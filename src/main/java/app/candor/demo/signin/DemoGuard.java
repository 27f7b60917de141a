package app.candor.demo.signin;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.springframework.core.env.Environment;

/** The demo sign-in lets anybody be anybody, so it starts only where nobody else can reach it. */
final class DemoGuard {
    private DemoGuard() {}

    /**
     * @throws IllegalStateException with a sentence for the operator, if a real issuer is set, the
     *     {@code prod} profile is active or the server listens on more than loopback
     */
    static void check(Environment environment) {
        if (environment.getProperty("candor.sign-in.issuer") != null) {
            throw new IllegalStateException(
                    "The demo sign-in does not start beside a real identity provider. Remove"
                            + " candor.demo or candor.sign-in.issuer.");
        }
        if (Arrays.asList(environment.getActiveProfiles()).contains("prod")) {
            throw new IllegalStateException(
                    "The demo sign-in does not start with the prod profile. Set"
                            + " candor.sign-in.issuer to your identity provider.");
        }
        var address = environment.getProperty("server.address", "");
        if (!loopback(address)) {
            throw new IllegalStateException(
                    "The demo sign-in listens on loopback only. Set server.address to 127.0.0.1, or"
                            + " candor.sign-in.issuer to a real identity provider.");
        }
    }

    private static boolean loopback(String address) {
        if (address.isBlank()) {
            return false;
        }
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
