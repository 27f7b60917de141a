package app.candor.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import app.candor.demo.DemoPerson;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The demo's provider ends logins, and others try to in its name. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"candor.demo=empty", "candor.data=target/test-data/kept-sign-in"})
class BackChannelLogoutTest {
    private static final Path KEY = Path.of("target/test-data/kept-sign-in/demo-idp.jwk");

    @LocalServerPort int port;
    @Autowired MongoTemplate mongo;
    @Autowired ProviderLogouts logouts;

    /** Somebody else in every test: a logout counts for all logins up to its second. */
    private static final Iterator<DemoPerson> PEOPLE = List.of(DemoPerson.values()).iterator();

    private DemoPerson who;
    private BrowserSession browser;

    @BeforeEach
    void somebodySignedIn() throws Exception {
        who = PEOPLE.next();
        browser = new BrowserSession(port);
        browser.signInAs(who.userName());
    }

    @Test
    void theProviderEndsEverySessionOfAPersonAndNobodyElses() throws Exception {
        var secondBrowser = new BrowserSession(port);
        secondBrowser.signInAs(who.userName());
        var other = new BrowserSession(port);
        other.signInAs(PEOPLE.next().userName());

        assertThat(post(token(claims -> {})).statusCode()).isEqualTo(200);

        assertThat(signedOut(browser)).isTrue();
        assertThat(signedOut(secondBrowser)).isTrue();
        assertThat(signedOut(other)).isFalse();
    }

    @Test
    void oneSessionOfThePersonEndsWhereTheProviderNamesIt() throws Exception {
        var sid =
                mongo.findAll(SignIn.class).stream()
                        .filter(kept -> kept.sub().equals(who.sub()))
                        .map(kept -> (String) kept.claims().get("sid"))
                        .toList();
        assertThat(sid).as("the provider names its sessions").doesNotContainNull().isNotEmpty();

        assertThat(post(token(claims -> claims.claim("sid", "of another browser"))).statusCode())
                .isEqualTo(200);
        assertThat(signedOut(browser)).isFalse();
        for (var each : sid) {
            assertThat(post(token(claims -> claims.subject(null).claim("sid", each))).statusCode())
                    .isEqualTo(200);
        }
        assertThat(signedOut(browser)).isTrue();
    }

    @Test
    void aTokenServesOnce() throws Exception {
        var token = token(claims -> {});
        post(token);
        browser.signInAs(who.userName());

        var again = post(token);

        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body()).contains("came before");
    }

    @Test
    void whoSignsInAfterTheLogoutStays() throws Exception {
        post(token(claims -> claims.issueTime(Date.from(Instant.now().minusSeconds(60)))));

        logouts.lookAround();

        assertThat(signedOut(browser)).isFalse();
    }

    @Test
    void anOldLogoutIsForgottenAndOneThatMayComeAgainIsNot() throws Exception {
        post(token(claims -> {}));
        var heard = mongo.findAll(ProviderLogouts.Ended.class).getFirst();
        var old =
                new ProviderLogouts.Ended("old", heard.logout(), Instant.now().minusSeconds(7200));
        mongo.insert(old);

        logouts.forgetOld();

        assertThat(mongo.findAll(ProviderLogouts.Ended.class))
                .extracting(ProviderLogouts.Ended::id)
                .contains(heard.id())
                .doesNotContain("old");
    }

    @ParameterizedTest
    @CsvSource({
        "iss, https://elsewhere.example, another issuer",
        "aud, another-client, another client",
        "nonce, abc, nonce",
        "events, none, logout event",
        "sub, '', neither person nor session",
        "jti, '', id of its own",
        "iat, 1700000000, not made now"
    })
    void aTokenThatIsNotWhatItShouldBeEndsNothing(String claim, String value, String reason)
            throws Exception {
        var forged =
                token(claims ->
                        claims.claim(
                                claim, claim.equals("iat") ? (Object) Long.valueOf(value) : value));

        var answer = post(forged);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(reason);
        assertThat(signedOut(browser)).isFalse();
    }

    @Test
    void aTokenSignedByAnotherKeyOrByNoneEndsNothing() throws Exception {
        var own = new RSAKeyGenerator(2048).keyID(key().getKeyID()).generate();
        var unsigned = "eyJhbGciOiJub25lIn0." + token(claims -> {}).split("\\.")[1] + ".";

        assertThat(post(signed(own, claims(c -> {}))).statusCode()).isEqualTo(400);
        assertThat(post(unsigned).statusCode()).isEqualTo(400);
        assertThat(post("no token at all").statusCode()).isEqualTo(400);
        assertThat(signedOut(browser)).isFalse();
    }

    private boolean signedOut(BrowserSession who) throws Exception {
        return who.statusOf("/approvals") == 302;
    }

    private HttpResponse<String> post(String token) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(
                                        URI.create(
                                                "http://127.0.0.1:"
                                                        + port
                                                        + "/back-channel-logout"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(
                                        HttpRequest.BodyPublishers.ofString(
                                                "logout_token="
                                                        + URLEncoder.encode(
                                                                token, StandardCharsets.UTF_8)))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private String token(Consumer<JWTClaimsSet.Builder> change) throws Exception {
        return signed(key(), claims(change));
    }

    private static String signed(RSAKey key, JWTClaimsSet claims) throws Exception {
        var jwt =
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.RS256)
                                .keyID(key.getKeyID())
                                .type(new JOSEObjectType("logout+jwt"))
                                .build(),
                        claims);
        jwt.sign(new RSASSASigner(key));
        return jwt.serialize();
    }

    private JWTClaimsSet claims(Consumer<JWTClaimsSet.Builder> change) {
        var claims =
                new JWTClaimsSet.Builder()
                        .issuer("http://127.0.0.1:" + port)
                        .audience("candor")
                        .subject(who.sub())
                        .jwtID(UUID.randomUUID().toString())
                        .issueTime(Date.from(Instant.now()))
                        .expirationTime(Date.from(Instant.now().plusSeconds(120)))
                        .claim("events", Map.of(LogoutToken.EVENT, Map.of()));
        change.accept(claims);
        return claims.build();
    }

    private static RSAKey key() throws Exception {
        return RSAKey.parse(Files.readString(KEY));
    }
}
