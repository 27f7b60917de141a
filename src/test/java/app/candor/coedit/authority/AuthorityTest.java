package app.candor.coedit.authority;

import static app.candor.coedit.authority.AuthorityFixture.aText;
import static app.candor.coedit.authority.AuthorityFixture.paragraph;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.candor.coedit.Change;
import app.candor.coedit.NoSuchText;
import app.candor.coedit.TextRef;
import app.candor.prosemirror.InvalidDocument;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class AuthorityTest {
    private final AuthorityFixture fixture;
    private final AuthorityFixture.PortalNode node;

    AuthorityTest(AuthorityFixture.Inserting inserting) {
        fixture = new AuthorityFixture(inserting);
        node = fixture.node();
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void tabsThatEditAtOnceEndWithTheSameText() {
        var text = aText(node);

        var tabs = editAtOnce(text, List.of(node), 10, 40);

        var stored = node.texts().current(text);
        assertThat(stored.seq()).isEqualTo(400);
        for (var tab : tabs) {
            tab.await(() -> tab.seq() == stored.seq());
            assertThat(tab.doc()).isEqualTo(stored.doc());
            assertThat(tab.refusals()).isEmpty();
        }
    }

    @Test
    void tabsOnTwoNodesEndWithTheSameText() {
        var other = fixture.node();
        var text = aText(node);

        var tabs = editAtOnce(text, List.of(node, other), 6, 40);

        var stored = node.texts().current(text);
        assertThat(stored.seq()).isEqualTo(240);
        for (var tab : tabs) {
            tab.await(() -> tab.seq() == stored.seq());
            assertThat(tab.doc()).isEqualTo(stored.doc());
            assertThat(tab.refusals()).isEmpty();
        }
    }

    @Test
    void whatAnotherNodeStoredIsSeenByAQuietTab() {
        var text = aText(node);
        var quiet = SimulatedTab.open(fixture.node(), text, "quiet");
        var typing = SimulatedTab.open(node, text, "typing");

        typing.pushAndWait("[[\"i\",1,\"news\"]]");

        quiet.await(() -> quiet.seq() == 1);
        assertThat(quiet.doc().textContent("\n")).isEqualTo("news");
    }

    @Test
    void whatAnotherNodeStoredIsLookedForEverySecondAtLeast() {
        assertThat(CoeditSettings.standard().poll()).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void whenOneOfTwoNodesDiesNothingIsLostOrDoubled() {
        var dying = fixture.node();
        var text = aText(node);
        var before = SimulatedTab.open(dying, text, "tab");
        for (int i = 0; i < 60; i++) {
            before.push("[[\"i\",1,\"x\"]]");
        }
        before.await(() -> before.acknowledgements(1) == 1);
        dying.open().destroy();

        var after = SimulatedTab.open(node, text, "tab");
        for (int push = 1; push <= 60; push++) {
            int number = push;
            after.pushAgain(number, 0, "[[\"i\",1,\"x\"]]");
            after.await(() -> after.acknowledgements(number) > 0);
        }

        assertThat(node.texts().plainText(text)).isEqualTo("x".repeat(60));
        assertThat(node.texts().current(text).seq()).isEqualTo(60);
    }

    @Test
    void everyVersionReadFromSnapshotsAndLogIsTheOneThatWasLive() {
        var text = aText(node);
        var tab = SimulatedTab.open(node, text, "a");
        var random = new Random(7);
        var live = new ArrayList<>(List.of(tab.doc()));
        for (int i = 0; i < 90; i++) {
            tab.pushAndWait(RandomEdit.of(tab.doc(), random));
            live.add(tab.doc());
        }

        var fresh = fixture.node();
        for (int seq = 0; seq < live.size(); seq++) {
            assertThat(fresh.texts().at(text, seq).doc()).isEqualTo(live.get(seq));
        }
        assertThat(fresh.texts().current(text).doc()).isEqualTo(tab.doc());
        assertThatThrownBy(() -> fresh.texts().at(text, 91)).isInstanceOf(NoSuchText.class);
    }

    @Test
    void aPushMadeOnAnOlderVersionIsMovedOverWhatItMissed() {
        var text = aText(node, paragraph("Disk"));
        var first = SimulatedTab.open(node, text, "first");
        var second = SimulatedTab.open(node, text, "second");

        first.pushAndWait("[[\"i\",1,\"The \"]]");
        second.pushAgain(1, 0, "[[\"i\",5,\" is full\"]]");

        second.await(() -> second.acknowledgements(1) == 1);
        assertThat(second.doc().textContent("\n")).isEqualTo("The Disk is full");
        assertThat(node.texts().plainText(text)).isEqualTo("The Disk is full");
    }

    @Test
    void aPushOlderThanWhatIsAtHandIsMovedToo() {
        var text = aText(node, paragraph("Disk"));
        var first = SimulatedTab.open(node, text, "first");
        for (int i = 0; i < 50; i++) {
            first.pushAndWait("[[\"i\",1,\"x\"]]");
        }
        var second = SimulatedTab.open(node, text, "second");

        second.pushAgain(1, 0, "[[\"i\",5,\"!\"]]");

        second.await(() -> second.acknowledgements(1) == 1);
        assertThat(node.texts().plainText(text)).isEqualTo("x".repeat(50) + "Disk!");
    }

    @Test
    void aPushSentTwiceIsStoredOnceAndAcknowledgedTwice() {
        var text = aText(node);
        var tab = SimulatedTab.open(node, text, "a");
        tab.pushAndWait("[[\"i\",1,\"once\"]]");

        tab.pushAgain(1, 0, "[[\"i\",1,\"once\"]]");
        tab.await(() -> tab.acknowledgements(1) == 2);

        assertThat(node.texts().plainText(text)).isEqualTo("once");
        assertThat(node.texts().current(text).seq()).isEqualTo(1);
    }

    @Test
    void aPushSentAgainToAnotherNodeIsStoredOnce() {
        var text = aText(node);
        SimulatedTab.open(node, text, "a").pushAndWait("[[\"i\",1,\"once\"]]");

        var reconnected = SimulatedTab.open(fixture.node(), text, "a");
        reconnected.pushAgain(1, 0, "[[\"i\",1,\"once\"]]");

        reconnected.await(() -> reconnected.acknowledgements(1) == 1);
        assertThat(node.texts().plainText(text)).isEqualTo("once");
    }

    @Test
    void anInvalidPushIsRefusedAndDisturbsNobody() {
        var text = aText(node);
        var good = SimulatedTab.open(node, text, "good");
        var bad = SimulatedTab.open(node, text, "bad");

        bad.push("[[\"i\",0,\"text outside of any paragraph\"]]");
        good.push("[[\"i\",1,\"fine\"]]");
        bad.await(() -> bad.seq() == 1);
        bad.push("[[\"i\",999,\"nowhere\"]]");
        bad.push("[{\"stepType\":\"replace\",\"from\":0,\"to\":6}]");

        good.await(() -> good.acknowledgements(1) == 1);
        bad.await(() -> bad.refusals().size() == 3);
        assertThat(bad.refusals().values()).containsOnly(Refusal.INVALID);
        assertThat(node.texts().plainText(text)).isEqualTo("fine");
        assertThat(good.seq()).isEqualTo(1);
    }

    @Test
    void aPushUnderTheTabIdOfSomebodyElseIsRefused() {
        var text = aText(node);
        SimulatedTab.open(node, text, "tab", "ada").pushAndWait("[[\"i\",1,\"a\"]]");
        var thief = SimulatedTab.open(node, text, "tab", "mallory");

        thief.pushAgain(2, 1, "[[\"i\",1,\"b\"]]");

        thief.await(() -> thief.refusals().containsKey(2L));
        assertThat(node.texts().plainText(text)).isEqualTo("a");
    }

    @Test
    void onlyThoseWhoEditedSinceAVersionAreItsWriters() {
        var text = aText(node);
        var ada = SimulatedTab.open(node, text, "1", "ada");
        SimulatedTab.open(node, text, "2", "reader");
        ada.pushAndWait("[[\"i\",1,\"a\"]]");
        node.texts().edit(text, "ben", doc -> SimulatedTab.steps("[[\"i\",1,\"b\"]]"));
        node.texts().lock(text, "in review", "cara");

        assertThat(node.texts().writersSince(text, 0)).containsExactlyInAnyOrder("ada", "ben");
        assertThat(node.texts().writersSince(text, 1)).containsExactly("ben");
        assertThat(node.texts().writersSince(text, 2)).isEmpty();
    }

    @Test
    void writersAreKnownAcrossSnapshots() {
        var text = aText(node);
        SimulatedTab.open(node, text, "1", "ada").pushAndWait("[[\"i\",1,\"a\"]]");
        var ben = SimulatedTab.open(node, text, "2", "ben");
        for (int i = 0; i < 45; i++) {
            ben.pushAndWait("[[\"i\",1,\"b\"]]");
        }

        assertThat(fixture.node().texts().writersSince(text, 0))
                .containsExactlyInAnyOrder("ada", "ben");
    }

    @Test
    void whoWroteWhichWordsIsKnownForEveryVersion() {
        var text = aText(node, paragraph("Disk"));
        var ada = SimulatedTab.open(node, text, "1", "ada");
        var ben = SimulatedTab.open(node, text, "2", "ben");
        ada.pushAndWait("[[\"i\",5,\" is full\"]]");
        ben.await(() -> ben.seq() == 1);
        ben.pushAndWait("[[\"i\",9,\"very \"]]");

        var now = node.texts().attribution(text, 2);
        assertThat(now.pieces())
                .extracting(piece -> piece.by() + ":" + now.words(piece))
                .containsExactly(":Disk", "ada: is ", "ben:very ", "ada:full", ":");
        assertThat(now.charactersByPerson()).containsEntry("ada", 8).containsEntry("ben", 5);
        assertThat(node.texts().attribution(text, 1).charactersByPerson()).containsOnlyKeys("ada");
        assertThatThrownBy(() -> node.texts().attribution(text, 3)).isInstanceOf(NoSuchText.class);
    }

    @Test
    void whoWroteWhatIsTheSameWhetherWorkedOutFromTheStartOrFromAKeptAnswer() {
        var text = aText(node);
        var ada = SimulatedTab.open(node, text, "1", "ada");
        var random = new Random(11);
        for (int i = 0; i < 1_010; i++) {
            ada.pushAndWait(RandomEdit.of(ada.doc(), random));
        }

        var first = node.texts().attribution(text, 1_010);
        var again = fixture.node().texts().attribution(text, 1_010);

        assertThat(again.pieces()).isEqualTo(first.pieces());
        assertThat(first.pieces().getLast().to()).isEqualTo(first.version().doc().content().size());
    }

    @Test
    void editsByTheServerOnTwoNodesAllCount() throws Exception {
        var text = aText(node);
        var nodes = List.of(node, fixture.node());
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Future<?>>();
            for (int i = 0; i < 40; i++) {
                var texts = nodes.get(i % 2).texts();
                all.add(
                        people.submit(() ->
                                texts.edit(
                                        text,
                                        "ada",
                                        doc -> SimulatedTab.steps("[[\"i\",1,\"x\"]]"))));
            }
            for (var one : all) {
                one.get();
            }
        }
        assertThat(node.texts().plainText(text)).isEqualTo("x".repeat(40));
    }

    @Test
    void anEditByTheServerThatBreaksTheSchemaChangesNothing() {
        var text = aText(node, paragraph("kept"));

        assertThatThrownBy(() ->
                        node.texts()
                                .edit(text, "ada", doc -> SimulatedTab.steps("[[\"i\",0,\"x\"]]")))
                .isInstanceOf(InvalidDocument.class);

        assertThat(node.texts().plainText(text)).isEqualTo("kept");
    }

    @Test
    void creatingATextAgainKeepsTheFirst() {
        var text = aText(node, paragraph("first"));

        node.texts().create(new TextRef(text, "incident", "i-1"), paragraph("second"));

        assertThat(node.texts().plainText(text)).isEqualTo("first");
    }

    @Test
    void aTextThatDoesNotExistIsSaidNotToExist() {
        assertThatThrownBy(() -> node.texts().current("none")).isInstanceOf(NoSuchText.class);
        assertThatThrownBy(() -> node.texts().lock("none", "", "ada"))
                .isInstanceOf(NoSuchText.class);
        assertThat(node.open().find("none")).isEmpty();
    }

    @Test
    void historyTellsWhoDidWhat() {
        var text = aText(node);
        SimulatedTab.open(node, text, "1", "ada").pushAndWait("[[\"i\",1,\"a\"]]");
        node.texts().lock(text, "in review", "ben");
        node.texts().unlock(text, "withdrawn", "ben");

        var history = node.texts().history(text, 0, 10);

        assertThat(history)
                .extracting(Change::kind)
                .containsExactly(Change.Kind.EDIT, Change.Kind.LOCK, Change.Kind.UNLOCK);
        assertThat(history).extracting(Change::userId).containsExactly("ada", "ben", "ben");
        assertThat(node.texts().history(text, 1, 1)).containsExactly(history.get(1));
    }

    @Test
    void aTabThatComesBackGetsWhatItMissedAndNotTheWholeText() {
        var text = aText(node);
        var away = SimulatedTab.open(node, text, "away");
        away.leave();
        var typing = SimulatedTab.open(node, text, "typing");
        for (int i = 0; i < 50; i++) {
            typing.pushAndWait("[[\"i\",1,\"x\"]]");
        }

        node.open().join(text, away, 0);

        away.await(() -> away.seq() == 50);
        assertThat(away.doc()).isEqualTo(typing.doc());
    }

    private static List<SimulatedTab> editAtOnce(
            String text, List<AuthorityFixture.PortalNode> nodes, int tabs, int edits) {
        var all = new ArrayList<SimulatedTab>();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < tabs; i++) {
                var tab = SimulatedTab.open(nodes.get(i % nodes.size()), text, "tab-" + i);
                var random = new Random(i);
                all.add(tab);
                people.submit(() -> {
                    for (int edit = 0; edit < edits; edit++) {
                        tab.pushAndWait(RandomEdit.of(tab.doc(), random));
                    }
                });
            }
        }
        return all;
    }
}
