package app.candor.faq;

import static app.candor.demo.DemoPerson.CSM;
import static app.candor.demo.DemoPerson.ENGINEER;
import static app.candor.demo.DemoPerson.WRITER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.Guarded;
import app.candor.access.NotFound;
import app.candor.access.Person;
import app.candor.access.Refused;
import app.candor.access.Role;
import app.candor.access.SignedIn;
import app.candor.access.tokens.PersonalToken;
import app.candor.access.tokens.PersonalTokens;
import app.candor.access.tokens.TokenFixture;
import app.candor.access.tokens.TokenScope;
import app.candor.demo.DemoPerson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** The API as a tool and as an attacker meet it. */
class ApiTest extends FaqDesk {
    @Autowired PersonalTokens tokens;
    @Autowired Access access;

    @Value("${local.server.port}")
    int port;

    /** As shipped. */
    private static final int MOST_A_MINUTE = 240;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void noTokens() {
        mongo.remove(new Query(), PersonalToken.class);
    }

    @Test
    void aToolFindsReadsAndCopiesInItsOwnersName() throws Exception {
        var entry = answered("Are quokka parcels late?", "No quokka parcel is late.");
        var token = made(CSM, EnumSet.allOf(TokenScope.class)).secret();

        var found = get(token, "/api/v1/faq?q=qoukka+parcels");
        var read = get(token, "/api/v1/faq/" + entry.id());
        var copied = copy(token, entry.id(), 1, UUID.randomUUID());

        assertThat(found.body()).contains(entry.id(), "\"text\":\"quokka\",\"marked\":true");
        assertThat(found.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(read.body()).contains("No quokka parcel is late.");
        assertThat(copied.statusCode()).isEqualTo(201);
        assertThat(copied.body()).contains("\"plain\":\"No quokka parcel is late.");
        assertThat(SignedIn.as(CSM, () -> copies.of(entry.id())))
                .singleElement()
                .satisfies(copy -> {
                    assertThat(copy.person()).isEqualTo(CSM.sub());
                    assertThat(copy.customer()).isEqualTo("Halden Outdoor");
                    assertThat(copy.ticket()).isEqualTo("48213");
                });
    }

    @Test
    void aCopySentTwiceIsRecordedOnce() throws Exception {
        var entry = answered("Are numbat parcels late?", "No.");
        var token = made(CSM, EnumSet.allOf(TokenScope.class)).secret();
        var id = UUID.randomUUID();

        assertThat(copy(token, entry.id(), 1, id).statusCode()).isEqualTo(201);
        assertThat(copy(token, entry.id(), 1, id).statusCode()).isEqualTo(201);
        assertThat(SignedIn.as(CSM, () -> copies.of(entry.id()))).hasSize(1);
    }

    @Test
    void aReplacedVersionIsNotCopiedAndTheNewerOneNamed() throws Exception {
        var entry = answered("Are bilby parcels late?", "No.");
        changedTo(entry, "Some are.");
        var token = made(CSM, EnumSet.allOf(TokenScope.class)).secret();

        var answer = copy(token, entry.id(), 1, UUID.randomUUID());

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        assertThat(answer.body()).contains("\"newer\"", "\"version\":2");
        assertThat(SignedIn.as(CSM, () -> copies.of(entry.id()))).isEmpty();
    }

    @Test
    void anAnswerThatIsNotReleasedOrWasWithdrawnDoesNotComeOut() throws Exception {
        var open = question("Are dingo parcels late?", null, "");
        var gone = answered("Are dingo parcels lost?", "No.");
        SignedIn.as(WRITER, () -> library.withdraw(gone.id(), "wrong"));
        var token = made(CSM, EnumSet.allOf(TokenScope.class)).secret();

        assertThat(get(token, "/api/v1/faq?q=dingo").body())
                .isEqualTo("{\"answers\":[],\"total\":0}");
        assertThat(get(token, "/api/v1/faq/" + open.id()).statusCode()).isEqualTo(404);
        assertThat(copy(token, gone.id(), 1, UUID.randomUUID()).statusCode()).isEqualTo(404);
    }

    @Test
    void whatARestrictedIncidentHasNotReleasedIsLikeWhatNeverWas() throws Exception {
        var incident = restricted();
        var secret = question("Was the wombat vault opened?", incident.id(), "Say nothing");
        var token = made(CSM, EnumSet.allOf(TokenScope.class)).secret();

        var found = get(token, "/api/v1/faq?q=wombat+vault");
        var invented = get(token, "/api/v1/faq/AAAAAAAAAAAA");
        var hidden = get(token, "/api/v1/faq/" + secret.id());

        assertThat(found.body()).isEqualTo("{\"answers\":[],\"total\":0}");
        assertThat(hidden.statusCode()).isEqualTo(invented.statusCode()).isEqualTo(404);
        assertThat(hidden.body().replace(secret.id(), ""))
                .isEqualTo(invented.body().replace("AAAAAAAAAAAA", ""));
        assertThat(copy(token, secret.id(), 1, UUID.randomUUID()).body().replace(secret.id(), ""))
                .isEqualTo(
                        copy(token, "AAAAAAAAAAAA", 1, UUID.randomUUID())
                                .body()
                                .replace("AAAAAAAAAAAA", ""));
    }

    @Test
    void aReleasedAnswerOfARestrictedIncidentComesOutAsItWasReleased() throws Exception {
        var incident = restricted();
        var entry =
                answeredNow(
                        question("Is my tapir account safe?", incident.id(), "Not a word of keys"),
                        "Your tapir account is safe.");
        var token = made(CSM, EnumSet.allOf(TokenScope.class)).secret();

        var all =
                get(token, "/api/v1/faq?q=tapir").body()
                        + get(token, "/api/v1/faq/" + entry.id()).body();

        assertThat(all)
                .contains("Your tapir account is safe.", "General answers")
                .doesNotContain(incident.id(), incident.key(), "Not a word", "Odd keys");
    }

    @Test
    void aTokenChangesNothingAnywhereElse() throws Exception {
        var token = made(CSM, EnumSet.allOf(TokenScope.class)).secret();
        for (var path :
                List.of(
                        "/",
                        "/faq",
                        "/comms",
                        "/approvals",
                        "/me",
                        "/policy",
                        "/audit",
                        "/sign-out",
                        "/attachments/a/b",
                        "/collab/a",
                        "/step-up/a",
                        "/oauth2/authorization/candor",
                        "/VAADIN/",
                        "/?v-r=init&location=faq")) {
            var with = get(token, path);
            var without = get(null, path);

            assertThat(with.statusCode()).as(path).isEqualTo(without.statusCode());
            assertThat(with.body()).as(path).doesNotContain("Hanna Weiss");
        }
        for (var path : List.of("/api/v1/incidents", "/api/v2/faq", "/api")) {
            assertThat(get(token, path).statusCode()).as(path).isIn(403, 404);
            assertThat(get(null, path).statusCode()).as(path).isEqualTo(401);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Act.class,
            names = {"READ", "SEE_EXISTENCE", "COPY_ANSWER"},
            mode = EnumSource.Mode.EXCLUDE)
    void nothingButReadingAndCopyingIsDoneByToken(Act act) {
        var everything = new Person("all", "All", "", "", EnumSet.allOf(Role.class));
        TokenFixture.as(everything);

        assertThat(access.may(act, Guarded.open())).isFalse();
        assertThatThrownBy(() -> access.require(act, Guarded.open())).isInstanceOf(Refused.class);
    }

    @Test
    void aTokenForReadingRecordsNoCopy() throws Exception {
        var entry = answered("Are koala parcels late?", "No.");
        var token = made(CSM, EnumSet.of(TokenScope.READ_FAQ)).secret();

        assertThat(get(token, "/api/v1/faq?q=koala").statusCode()).isEqualTo(200);
        assertThat(copy(token, entry.id(), 1, UUID.randomUUID()).statusCode()).isEqualTo(403);
        assertThat(SignedIn.as(CSM, () -> copies.of(entry.id()))).isEmpty();
    }

    @Test
    void whoMayNotCopyGetsNoTokenForIt() {
        assertThatThrownBy(() -> made(ENGINEER, EnumSet.of(TokenScope.RECORD_COPY)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aTokenThatIsRevokedOverOrWhoseOwnerStaysAwayLetsNobodyIn() throws Exception {
        var revoked = made(CSM, EnumSet.of(TokenScope.READ_FAQ));
        var over = made(CSM, EnumSet.of(TokenScope.READ_FAQ));
        var away = made(CSM, EnumSet.of(TokenScope.READ_FAQ));
        assertThat(get(revoked.secret(), "/api/v1/faq").statusCode()).isEqualTo(200);
        SignedIn.as(
                CSM,
                () -> {
                    tokens.revoke(revoked.token().id());
                    return "";
                });
        set(over, "expiresAt", Instant.now().minusSeconds(1));
        set(away, "ownerSeenAt", Instant.now().minus(Duration.ofDays(15)));

        for (var token : List.of(revoked.secret(), over.secret(), away.secret(), "candor_x", "")) {
            var answer = get(token, "/api/v1/faq");
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        }
        tokens.ownerSignedIn(CSM.sub());
        assertThat(get(away.secret(), "/api/v1/faq").statusCode()).isEqualTo(200);
    }

    @Test
    void nobodyRevokesTheTokenOfSomebodyElse() {
        var token = made(CSM, EnumSet.of(TokenScope.READ_FAQ)).token();

        assertThatThrownBy(() ->
                        SignedIn.as(
                                ENGINEER,
                                () -> {
                                    tokens.revoke(token.id());
                                    return "";
                                }))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void theTokenItselfIsNotKept() {
        var made = made(CSM, EnumSet.of(TokenScope.READ_FAQ));

        var kept = mongo.getCollection("personal_tokens").find();

        assertThat(kept).isNotEmpty();
        for (var document : kept) {
            assertThat(document.toJson()).doesNotContain(made.secret());
        }
    }

    @Test
    void aPageOfAnotherOriginMayNotCallItUnlessItIsListed() throws Exception {
        var preflight =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/faq"))
                        .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                        .header("Origin", "https://desk.example.com")
                        .header("Access-Control-Request-Method", "GET")
                        .header("Access-Control-Request-Headers", "authorization")
                        .build();

        var answer = http.send(preflight, BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void badInputIsAnsweredWithAProblem() throws Exception {
        var token = made(CSM, EnumSet.allOf(TokenScope.class)).secret();
        var huge =
                post(
                        token,
                        "/api/v1/faq/x/copies",
                        "{\"version\":1,\"customer\":\"" + "a".repeat(20_000) + "\"}");
        var broken = post(token, "/api/v1/faq/x/copies", "{\"version\":");
        var control = get(token, "/api/v1/faq?q=%00%07%1b&limit=999999");

        var longer = get(token, "/api/v1/faq?q=" + "x".repeat(7_000));

        assertThat(longer.statusCode()).isEqualTo(200);
        assertThat(huge.statusCode()).isEqualTo(413);
        assertThat(broken.statusCode()).isEqualTo(400);
        assertThat(broken.body()).doesNotContain("Jackson", "Unexpected");
        assertThat(control.statusCode()).isEqualTo(200);
        assertThat(get(null, "/api/v1/openapi.json").body()).contains("\"openapi\": \"3.1.0\"");
    }

    @Test
    void aTokenThatAsksTooOftenWaitsAndOtherTokensDoNot() throws Exception {
        var busy = made(CSM, EnumSet.of(TokenScope.READ_FAQ)).secret();
        var calm = made(CSM, EnumSet.of(TokenScope.READ_FAQ)).secret();
        var answer = get(busy, "/api/v1/faq?q=");
        for (var sent = 1; sent <= MOST_A_MINUTE && answer.statusCode() == 200; sent++) {
            answer = get(busy, "/api/v1/faq?q=");
        }

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After").map(Integer::parseInt))
                .hasValueSatisfying(wait -> assertThat(wait).isBetween(1, 61));
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
        assertThat(get(calm, "/api/v1/faq?q=").statusCode()).isEqualTo(200);
    }

    private PersonalTokens.Made made(DemoPerson person, Set<TokenScope> scopes) {
        return SignedIn.as(person, () -> tokens.make("Desk", scopes, Duration.ofDays(7)));
    }

    private void set(PersonalTokens.Made made, String field, Instant value) {
        mongo.updateFirst(
                Query.query(Criteria.where("_id").is(made.token().id())),
                Update.update(field, value),
                PersonalToken.class);
    }

    private HttpResponse<String> get(@Nullable String token, String path)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> copy(String token, String entry, int version, UUID id)
            throws IOException, InterruptedException {
        return post(
                token,
                "/api/v1/faq/" + entry + "/copies",
                "{\"id\":\"%s\",\"version\":%d,\"customer\":\"Halden Outdoor\",\"ticket\":\"48213\"}"
                        .formatted(id, version));
    }

    private HttpResponse<String> post(String token, String path, String body)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }
}
