package app.candor.coedit.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import app.candor.access.Person;
import app.candor.coedit.Permission;
import app.candor.coedit.TextAccess;
import app.candor.coedit.TextRef;
import app.candor.coedit.Texts;
import app.candor.prosemirror.Schema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "candor.data=target/test-data/collab",
            "candor.coedit.longest-push=5000",
            "candor.tests.sign-in=true",
            "candor.sign-in.issuer=https://identity.example"
        })
@Import({SignInForTests.class, CollabTest.Notes.class})
class CollabTest {
    private static final String HASH = Schema.candor().hash();

    @LocalServerPort private int port;
    @Autowired private Texts texts;
    @Autowired private Grants grants;
    @Autowired private Connections connections;

    private String text;

    @BeforeEach
    void aText() {
        text = UUID.randomUUID().toString();
        texts.create(new TextRef(text, "note", "n-1"));
        grants.byPerson.clear();
    }

    @Test
    void withoutASignInThereIsNoHandshake() {
        var stranger = new Browser(port);
        assertThat(stranger.refusedHandshake(text, stranger.origin())).isIn(401, 302);
    }

    @Test
    void aPageOfAnotherSiteCannotOpenASocket() throws Exception {
        var ada = signedIn("ada", Permission.EDIT);
        assertThat(ada.refusedHandshake(text, "https://evil.example")).isEqualTo(403);
        assertThat(ada.refusedHandshake(text, "http://127.0.0.1:1")).isEqualTo(403);
        assertThat(ada.refusedHandshake(text, "")).isEqualTo(403);
    }

    @Test
    void anUnknownTextAndAForbiddenOneLookTheSame() throws Exception {
        var outsider = signedIn("outsider", Permission.NONE);
        assertThat(outsider.open("no-such-text").closeCode()).isEqualTo(4404);
        assertThat(outsider.open(text).closeCode()).isEqualTo(4404);
    }

    @Test
    void whatOneTypesTheOtherReads() throws Exception {
        var ada = signedIn("ada", Permission.EDIT).open(text);
        var ben = signedIn("ben", Permission.READ).open(text);
        ada.hello("tab-a", -1, HASH);
        ben.hello("tab-b", -1, HASH);

        var init = ada.next("init");
        assertThat(init.get("seq").asLong()).isZero();
        assertThat(init.get("mayEdit").asBoolean()).isTrue();
        assertThat(init.get("locked").asBoolean()).isFalse();
        assertThat(init.get("doc").get("type").asString()).isEqualTo("doc");
        assertThat(init.get("you").get("userId").asString()).isEqualTo("ada");
        assertThat(init.get("you").get("color").asString()).matches("p[1-6]");
        assertThat(ben.next("init").get("mayEdit").asBoolean()).isFalse();

        ada.push("tab-a", 1, 0, "[[\"i\",1,\"Hello\"]]");

        var expected =
                "{\"seq\":1,\"clientId\":\"tab-a\",\"clientSeq\":1,\"userId\":\"ada\","
                        + "\"steps\":[[\"i\",1,\"Hello\"]]}";
        assertThat(ada.next("commit").get("commits").get(0)).hasToString(expected);
        assertThat(ben.next("commit").get("commits").get(0)).hasToString(expected);
        assertThat(texts.plainText(text)).isEqualTo("Hello");
        assertThat(texts.writersSince(text, 0)).containsExactly("ada");
    }

    @Test
    void aTabThatComesBackGetsTheCommitsItMissed() throws Exception {
        var ada = signedIn("ada", Permission.EDIT);
        var first = ada.open(text);
        first.hello("tab-a", -1, HASH);
        first.next("init");
        first.push("tab-a", 1, 0, "[[\"i\",1,\"Hello\"]]");
        first.next("commit");

        var again = ada.open(text);
        again.hello("tab-a", 0, HASH);

        var commits = again.next("commits");
        assertThat(commits.get("commits")).hasSize(1);
        assertThat(commits.get("seq").asLong()).isEqualTo(1);
        again.push("tab-a", 1, 0, "[[\"i\",1,\"Hello\"]]");
        again.next("commit");
        assertThat(texts.plainText(text)).isEqualTo("Hello");
    }

    @Test
    void aReaderCannotWrite() throws Exception {
        var reader = signedIn("reader", Permission.READ).open(text);
        reader.hello("tab", -1, HASH);
        reader.next("init");

        reader.push("tab", 1, 0, "[[\"i\",1,\"x\"]]");

        var reject = reader.next("reject");
        assertThat(reject.get("code").asString()).isEqualTo("read-only");
        assertThat(reject.get("clientSeq").asLong()).isEqualTo(1);
    }

    @Test
    void whoeverLosesTheRightIsCutOffAtTheNextMessage() throws Exception {
        var ada = signedIn("ada", Permission.EDIT).open(text);
        ada.hello("tab", -1, HASH);
        ada.next("init");

        grants.byPerson.put("ada", Permission.NONE);
        ada.push("tab", 1, 0, "[[\"i\",1,\"x\"]]");

        assertThat(ada.closeCode()).isEqualTo(4403);
        assertThat(texts.current(text).seq()).isZero();
    }

    @Test
    void whoeverLosesTheRightIsCutOffWithoutSayingAnything() throws Exception {
        var ada = signedIn("ada", Permission.READ).open(text);
        ada.hello("tab", -1, HASH);
        ada.next("init");

        grants.byPerson.put("ada", Permission.NONE);
        connections.sweep();

        assertThat(ada.closeCode()).isEqualTo(4403);
    }

    @Test
    void signingOutClosesTheSocket() throws Exception {
        var ada = signedIn("ada", Permission.EDIT);
        var socket = ada.open(text);
        socket.hello("tab", -1, HASH);
        socket.next("init");

        ada.get("/for-tests/sign-out");

        assertThat(socket.closeCode()).isEqualTo(4401);
    }

    @Test
    void theSocketFollowsARotatedSessionIdAndStillEndsWithIt() throws Exception {
        var ada = signedIn("ada", Permission.EDIT);
        var socket = ada.open(text);
        socket.hello("tab", -1, HASH);
        socket.next("init");

        ada.get("/for-tests/rotate");
        socket.push("tab", 1, 0, "[[\"i\",1,\"x\"]]");
        socket.next("commit");
        ada.get("/for-tests/sign-out");

        assertThat(socket.closeCode()).isEqualTo(4401);
    }

    @Test
    void aTabWithAnotherSchemaIsToldToReload() throws Exception {
        var ada = signedIn("ada", Permission.EDIT).open(text);
        ada.hello("tab", -1, "0".repeat(64));
        assertThat(ada.closeCode()).isEqualTo(4409);
    }

    @Test
    void aPushThatIsTooLargeIsRefusedByItsNumberAndTheSocketStays() throws Exception {
        var ada = signedIn("ada", Permission.EDIT).open(text);
        ada.hello("tab", -1, HASH);
        ada.next("init");

        ada.push("tab", 1, 0, "[[\"i\",1,\"" + "x".repeat(100_000) + "\"]]");
        var reject = ada.next("reject");
        ada.push("tab", 2, 0, "[[\"i\",1,\"small\"]]");
        ada.next("commit");

        assertThat(reject.get("code").asString()).isEqualTo("too-large");
        assertThat(reject.get("clientSeq").asLong()).isEqualTo(1);
        assertThat(texts.plainText(text)).isEqualTo("small");
    }

    @Test
    void hostileStepsAreRefusedAndNobodyElseNotices() throws Exception {
        var ada = signedIn("ada", Permission.EDIT).open(text);
        ada.hello("tab", -1, HASH);
        ada.next("init");
        var hostile =
                new String[] {
                    "[{\"stepType\":\"__proto__\"}]",
                    "{}",
                    "[[\"i\",-1,\"x\"]]",
                    "[{\"stepType\":\"replace\",\"from\":0,\"to\":99999999}]"
                };
        for (int i = 0; i < hostile.length; i++) {
            ada.push("tab", i + 1, 0, hostile[i]);
            assertThat(ada.next("reject").get("code").asString()).isEqualTo("invalid");
        }
        ada.push("tab", 9, 0, "[[\"i\",1,\"fine\"]]");
        ada.next("commit");
        assertThat(texts.plainText(text)).isEqualTo("fine");
    }

    /** frontend/test/real-server.test.ts, with this server. */
    @Test
    void whatRunsInTheBrowserComesThroughFaultsOfTheLine() throws Exception {
        var cookies =
                Map.of(
                        "ada", signedIn("ada", Permission.EDIT).cookies(),
                        "ben", signedIn("ben", Permission.EDIT).cookies(),
                        "reader", signedIn("reader", Permission.READ).cookies());
        var ids = new ArrayList<String>();
        for (int i = 0; i < 4; i++) {
            ids.add(UUID.randomUUID().toString());
            texts.create(new TextRef(ids.getLast(), "note", "n-1"));
        }
        if (!Files.isDirectory(Path.of("frontend/node_modules/ws"))) {
            assertThat(run(Map.of(), "npm", "ci", "--no-audit", "--no-fund")).contains("added");
        }
        var said =
                run(
                        Map.of(
                                "CANDOR_SERVER",
                                "http://127.0.0.1:" + port,
                                "CANDOR_COOKIES",
                                JsonMapper.shared().writeValueAsString(cookies),
                                "CANDOR_TEXTS",
                                String.join(",", ids)),
                        "npx",
                        "--no-install",
                        "vitest",
                        "run",
                        "test/real-server.test.ts");

        assertThat(said).contains("5 passed").doesNotContain("skipped");
    }

    @Test
    void whatIsNotTheProtocolEndsTheConnection() throws Exception {
        var ada = signedIn("ada", Permission.EDIT);
        for (var nonsense : new String[] {"nonsense", "{}", "[1]", "{\"type\":\"push\"}"}) {
            var socket = ada.open(text);
            socket.say(nonsense);
            assertThat(socket.closeCode()).isEqualTo(1007);
        }
    }

    private static String run(Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        var building =
                new ProcessBuilder(command)
                        .directory(Path.of("frontend").toFile())
                        .redirectErrorStream(true);
        building.environment().putAll(environment);
        var process = building.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private Browser signedIn(String person, Permission permission) throws Exception {
        grants.byPerson.put(person, permission);
        var browser = new Browser(port);
        browser.get("/for-tests/sign-in/" + person);
        return browser;
    }

    /** Who may do what with the texts of these tests. */
    static final class Grants {
        final Map<String, Permission> byPerson = new ConcurrentHashMap<>();
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Notes {
        @Bean
        Grants grants() {
            return new Grants();
        }

        @Bean
        TextAccess notes(Grants grants) {
            return new TextAccess() {
                @Override
                public String kind() {
                    return "note";
                }

                @Override
                public Permission permission(Person person, TextRef text) {
                    return grants.byPerson.getOrDefault(person.id(), Permission.NONE);
                }
            };
        }
    }
}
