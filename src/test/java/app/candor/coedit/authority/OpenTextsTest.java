package app.candor.coedit.authority;

import static app.candor.coedit.authority.AuthorityFixture.aText;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class OpenTextsTest {
    private static final CoeditSettings FORGETFUL =
            new CoeditSettings(
                    Duration.ofMillis(50),
                    Duration.ofMillis(30),
                    20,
                    30,
                    Duration.ofMillis(20),
                    300_000,
                    100_000,
                    10_000_000);

    private final AuthorityFixture fixture;

    OpenTextsTest(AuthorityFixture.Inserting inserting) {
        fixture = new AuthorityFixture(inserting);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void aTextNobodyHasOpenLeavesMemoryAndComesBack() {
        var node = fixture.node(FORGETFUL);
        var text = aText(node);
        var tab = SimulatedTab.open(node, text, "a");
        tab.pushAndWait("[[\"i\",1,\"kept\"]]");
        assertThat(node.open().inMemory()).isEqualTo(1);

        tab.leave();
        await(() -> node.open().inMemory() == 0);

        var back = SimulatedTab.open(node, text, "b");
        assertThat(back.doc().textContent("\n")).isEqualTo("kept");
    }

    @Test
    void aTextThatLeavesMemoryIsKeptAsItIs() {
        var node = fixture.node(FORGETFUL);
        var text = aText(node);
        var tab = SimulatedTab.open(node, text, "a");
        tab.pushAndWait("[[\"i\",1,\"kept\"]]");

        tab.leave();

        await(() -> start(node, text).seq() == 1);
        assertThat(start(node, text).doc().textContent("\n")).isEqualTo("kept");
        assertThat(fixture.snapshots(text)).isEmpty();
    }

    @Test
    void aPortalThatStopsKeepsOpenTextsAsTheyAre() {
        var node = fixture.node();
        var text = aText(node);
        var tab = SimulatedTab.open(node, text, "a");
        tab.pushAndWait("[[\"i\",1,\"kept\"]]");

        node.open().destroy();

        assertThat(start(node, text).seq()).isEqualTo(1);
        assertThat(start(node, text).doc().textContent("\n")).isEqualTo("kept");
    }

    @Test
    void aTextIsReadWhenATabIsExpectedAndLeavesMemoryIfItNeverComes() {
        var node = fixture.node(FORGETFUL);
        var text = aText(node);

        node.open().expect(found(node, text));
        assertThat(node.open().inMemory()).isEqualTo(1);
        await(() -> node.open().inMemory() == 0);

        node.open().expect(found(node, text));
        var tab = SimulatedTab.open(node, text, "a");
        tab.pushAndWait("[[\"i\",1,\"read once\"]]");
        assertThat(tab.doc().textContent("\n")).isEqualTo("read once");
        assertThat(node.open().inMemory()).isEqualTo(1);
    }

    @Test
    void aTextFoundLongAgoOpensAtItsNewestVersion() {
        var node = fixture.node();
        var text = aText(node);
        var found = found(node, text);
        var writer = fixture.node();
        for (int i = 0; i < 50; i++) {
            writer.texts().edit(text, "ada", doc -> SimulatedTab.steps("[[\"i\",1,\"x\"]]"));
        }

        node.open().expect(found);

        var tab = SimulatedTab.open(node, text, "a");
        assertThat(tab.doc().textContent("\n")).isEqualTo("x".repeat(50));
    }

    @Test
    void anOpenTextIsFoundAsTheOneItIs() {
        var node = fixture.node();
        var text = aText(node);
        var stored = found(node, text).ref();

        SimulatedTab.open(node, text, "a");

        assertThat(found(node, text).ref()).isEqualTo(stored);
        assertThat(found(node, text).head()).isNull();
    }

    @Test
    void editsKeepArrivingWhileTextsLeaveMemoryAllTheTime() {
        var node = fixture.node(FORGETFUL);
        var text = aText(node);
        for (int i = 0; i < 25; i++) {
            node.texts().edit(text, "ada", doc -> SimulatedTab.steps("[[\"i\",1,\"x\"]]"));
            LockSupport.parkNanos(Duration.ofMillis(i % 5 * 10).toNanos());
        }
        assertThat(node.texts().plainText(text)).isEqualTo("x".repeat(25));
    }

    @Test
    void aTextWhoseDatabaseFailsTellsItsTabsToComeAgain() {
        var node = fixture.node();
        var text = aText(node);
        var tab = SimulatedTab.open(node, text, "a");

        fixture.stopDatabase();

        tab.await(tab::wasInterrupted);
        await(() -> node.open().inMemory() == 0);
    }

    @Test
    void caretsAreToldToTheOthersAndFollowTheText() {
        var node = fixture.node();
        var text = aText(node, AuthorityFixture.paragraph("Disk"));
        var ada = SimulatedTab.open(node, text, "a", "ada");
        var ben = SimulatedTab.open(node, text, "b", "ben");

        node.open().caretAt(text, ada, 5, 5, 0);
        ben.await(() -> ben.frames().stream().anyMatch(frame -> frame.contains("presence")));
        assertThat(ben.frames().getFirst())
                .isEqualTo(
                        "{\"type\":\"presence\",\"carets\":[{\"clientId\":\"a\",\"userId\":\"ada\","
                                + "\"name\":\"ada\",\"color\":\""
                                + ada.participant().color()
                                + "\",\"anchor\":5,\"head\":5,\"seq\":0}],\"left\":[]}");

        ben.pushAndWait("[[\"i\",1,\"The \"]]");
        var late = SimulatedTab.open(node, text, "c", "cara");
        late.await(() -> !late.frames().isEmpty());
        assertThat(late.frames().getFirst()).contains("\"anchor\":9,\"head\":9,\"seq\":1");

        ada.leave();
        late.await(() -> late.frames().getLast().contains("\"left\":[\"a\"]"));
    }

    @Test
    void manyMovesOfACaretBecomeFewMessages() {
        var node = fixture.node();
        var text = aText(node, AuthorityFixture.paragraph("0123456789"));
        var ada = SimulatedTab.open(node, text, "a");
        var ben = SimulatedTab.open(node, text, "b");

        for (int i = 0; i < 1_000; i++) {
            node.open().caretAt(text, ada, 1 + i % 10, 1 + i % 10, 0);
        }
        node.open().caretAt(text, ada, 11, 11, 0);

        ben.await(
                () -> !ben.frames().isEmpty() && ben.frames().getLast().contains("\"anchor\":11"));
        assertThat(ben.frames()).hasSizeLessThan(50);
    }

    /** What the next to open the text begins with. */
    private static TextState start(AuthorityFixture.PortalNode node, String text) {
        return node.storage().snapshots().head(text).orElseThrow().snapshot().get();
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            LockSupport.parkNanos(1_000_000);
        }
    }

    private static FoundText found(AuthorityFixture.PortalNode node, String text) {
        return node.open().find(text).orElseThrow();
    }
}
