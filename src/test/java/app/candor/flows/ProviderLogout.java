package app.candor.flows;

import app.candor.demo.DemoPerson;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;

/** The demo's provider ending a person's logins (OpenID Connect Back-Channel Logout 1.0). */
final class ProviderLogout {
    private ProviderLogout() {}

    /** The status that the portal answers with. */
    static int of(PortalProcess portal, DemoPerson person) throws Exception {
        var key = RSAKey.parse(Files.readString(portal.data().resolve("demo-idp.jwk")));
        var now = Instant.now();
        var token =
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.RS256)
                                .keyID(key.getKeyID())
                                .type(new JOSEObjectType("logout+jwt"))
                                .build(),
                        new JWTClaimsSet.Builder()
                                .issuer(portal.url(""))
                                .audience("candor")
                                .subject(person.sub())
                                .jwtID(UUID.randomUUID().toString())
                                .issueTime(Date.from(now))
                                .claim(
                                        "events",
                                        Map.of(
                                                "http://schemas.openid.net/event/backchannel-logout",
                                                Map.of()))
                                .build());
        token.sign(new RSASSASigner(key));
        var form = "logout_token=" + URLEncoder.encode(token.serialize(), StandardCharsets.UTF_8);
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(portal.url("/back-channel-logout")))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(form))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
