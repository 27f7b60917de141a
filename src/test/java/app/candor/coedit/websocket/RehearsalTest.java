package app.candor.coedit.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import app.candor.coedit.Permission;
import app.candor.coedit.TextRef;
import app.candor.coedit.Texts;
import app.candor.coedit.authority.Rehearsal;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "candor.data=target/test-data/rehearsal",
            "candor.coedit.warming=false",
            "candor.tests.sign-in=true",
            "candor.sign-in.issuer=https://identity.example"
        })
@Import({SignInForTests.class, CollabTest.Notes.class})
class RehearsalTest {
    @LocalServerPort private int port;
    @Autowired private Texts texts;
    @Autowired private CollabTest.Grants grants;
    @Autowired private RehearsedPerson nobody;
    @Autowired private SocketRehearsal rehearsal;

    private TextRef own;
    private TextRef others;
    private Browser stranger;

    @BeforeEach
    void twoTexts() {
        own = text(Rehearsal.KIND);
        others = text("note");
        stranger = new Browser(port);
    }

    @AfterEach
    void over() {
        nobody.leave();
    }

    @Test
    void writesInItsOwnTextOverThePortalsSocketAndLeavesOthersAlone() {
        var end = System.nanoTime() + Duration.ofMillis(500).toNanos();

        int times = rehearsal.on(own, List.of(others), end);

        assertThat(times).isPositive();
        assertThat(texts.plainText(own.id())).isEqualTo("a".repeat(times));
        assertThat(texts.plainText(others.id())).isEmpty();
    }

    @Test
    void whoKnocksAsItDoesIsSentAwayAndNotRemembered() throws Exception {
        var answer = stranger.knock("/collab/closed");

        assertThat(answer.statusCode()).isIn(401, 302);
        assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
    }

    @Test
    void beginsNothingWhenTimeIsUp() {
        assertThat(rehearsal.on(own, List.of(others), System.nanoTime())).isZero();
        assertThat(texts.plainText(own.id())).isEmpty();
    }

    @Test
    void whileItLastsNoOtherAddressOpensWithoutASignIn() {
        nobody.enter(own.id());

        assertThat(stranger.refusedHandshake(others.id(), stranger.origin())).isIn(401, 302);
        assertThat(stranger.refusedHandshake(own.id() + "/", stranger.origin())).isNotEqualTo(101);
        assertThat(stranger.refusedHandshake(own.id(), "https://evil.example")).isEqualTo(403);
        assertThat(stranger.refusedHandshake(own.id(), stranger.origin())).isEqualTo(101);
    }

    @Test
    void onceItIsOverItsTextIsNobodys() throws Exception {
        rehearsal.on(own, List.of(), System.nanoTime() + Duration.ofMillis(200).toNanos());

        assertThat(stranger.refusedHandshake(own.id(), stranger.origin())).isIn(401, 302);
        var ada = new Browser(port);
        ada.get("/for-tests/sign-in/ada");
        assertThat(ada.open(own.id()).closeCode()).isEqualTo(4404);
    }

    private TextRef text(String kind) {
        var ref = new TextRef(UUID.randomUUID().toString(), kind, "n-1");
        texts.create(ref);
        grants.byPerson.put("ada", Permission.EDIT);
        return ref;
    }
}
