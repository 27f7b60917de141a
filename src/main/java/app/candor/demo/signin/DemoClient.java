package app.candor.demo.signin;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;

/** The portal as the only client of the demo provider; known once the port is. */
final class DemoClient implements RegisteredClientRepository {
    static final String ID = "candor";

    private final Environment environment;
    private final String secret = UUID.randomUUID().toString();
    private volatile int port;
    private volatile @Nullable RegisteredClient registered;

    DemoClient(Environment environment) {
        this.environment = environment;
    }

    void listensOn(int port) {
        this.port = port;
    }

    String secret() {
        return secret;
    }

    String address() {
        return "http://" + environment.getProperty("server.address", "127.0.0.1") + ":" + port;
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return clientId.equals(ID) ? client() : null;
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return id.equals(ID) ? client() : null;
    }

    /** The server re-encodes the secret at its first use and hands the client back. */
    @Override
    public void save(RegisteredClient client) {
        registered = client;
    }

    private RegisteredClient client() {
        var known = registered;
        if (known == null) {
            var local = "http://localhost:" + port;
            known =
                    RegisteredClient.withId(ID)
                            .clientId(ID)
                            .clientSecret("{noop}" + secret)
                            .clientAuthenticationMethod(
                                    ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                            .redirectUri(address() + "/login/oauth2/code/candor")
                            .redirectUri(local + "/login/oauth2/code/candor")
                            .postLogoutRedirectUri(address() + "/")
                            .postLogoutRedirectUri(local + "/")
                            .scope("openid")
                            .scope("profile")
                            .scope("email")
                            .clientSettings(
                                    ClientSettings.builder()
                                            .requireProofKey(true)
                                            .requireAuthorizationConsent(false)
                                            .build())
                            .build();
            registered = known;
        }
        return known;
    }
}
