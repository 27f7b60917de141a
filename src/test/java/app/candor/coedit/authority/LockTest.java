package app.candor.coedit.authority;

import static app.candor.coedit.authority.AuthorityFixture.aText;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.candor.coedit.Change;
import app.candor.coedit.TextLocked;
import app.candor.coedit.Version;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class LockTest {
    private static final int RACES = 100;
    private static final Duration BETWEEN_KEYS = Duration.ofMillis(3);

    private final AuthorityFixture fixture;
    private final AuthorityFixture.PortalNode node;
    private final AuthorityFixture.PortalNode other;

    LockTest(AuthorityFixture.Inserting inserting) {
        fixture = new AuthorityFixture(inserting);
        node = fixture.node();
        other = fixture.node();
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void whatIsLockedIsExactlyWhatTheLockReturnsHoweverManyTypeMeanwhile() throws Exception {
        for (int race = 0; race < RACES; race++) {
            var text = aText(node);
            var tabs =
                    List.of(
                            SimulatedTab.open(node, text, "a"),
                            SimulatedTab.open(node, text, "b"),
                            SimulatedTab.open(other, text, "c"));
            Version locked;
            var typing = new ArrayList<Future<?>>();
            try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
                for (var tab : tabs) {
                    typing.add(
                            people.submit(() -> {
                                while (tab.refusals().isEmpty()) {
                                    tab.pushAndWait("[[\"i\",1,\"x\"]]");
                                }
                            }));
                }
                var locker = race % 2 == 0 ? node : other;
                tabs.getFirst().await(() -> tabs.getFirst().seq() >= 2);
                locked = people.submit(() -> locker.texts().lock(text, "in review", "cara")).get();
            }
            for (var done : typing) {
                done.get();
            }
            assertThat(locked.locked()).isTrue();
            assertThat(locked.doc()).isEqualTo(node.texts().at(text, locked.seq()).doc());
            assertThat(node.texts().current(text).seq()).isEqualTo(locked.seq() + 1);
            assertThat(other.texts().current(text).doc()).isEqualTo(locked.doc());
            for (var tab : tabs) {
                assertThat(tab.refusals().values())
                        .as(() -> tab.frames().getLast())
                        .containsOnly(Refusal.LOCKED);
            }
            tabs.forEach(SimulatedTab::leave);
        }
    }

    @Test
    void lockingALockedTextReturnsWhatWasLocked() {
        var text = aText(node);
        SimulatedTab.open(node, text, "a").pushAndWait("[[\"i\",1,\"final\"]]");

        var first = node.texts().lock(text, "in review", "cara");
        var again = other.texts().lock(text, "in review", "cara");

        assertThat(again).isEqualTo(first);
        assertThat(node.texts().history(text, 0, 10)).hasSize(2);
    }

    @Test
    void twoWhoLockAtOnceLockOnce() throws Exception {
        for (int race = 0; race < 20; race++) {
            var text = aText(node);
            var versions = new ArrayList<Version>();
            try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
                var one = people.submit(() -> node.texts().lock(text, "", "ada"));
                var two = people.submit(() -> other.texts().lock(text, "", "ben"));
                versions.add(one.get());
                versions.add(two.get());
            }
            assertThat(versions.getFirst()).isEqualTo(versions.getLast());
            assertThat(node.texts().history(text, 0, 10))
                    .extracting(Change::kind)
                    .containsExactly(Change.Kind.LOCK);
        }
    }

    @Test
    void anUnlockedTextTakesEditsOnEveryNode() {
        var text = aText(node);
        var here = SimulatedTab.open(node, text, "here");
        var there = SimulatedTab.open(other, text, "there");
        node.texts().lock(text, "in review", "cara");
        there.await(() -> there.seq() == 1);
        node.texts().unlock(text, "withdrawn", "cara");

        there.pushAndWait("[[\"i\",1,\"b\"]]");
        here.pushAndWait("[[\"i\",1,\"a\"]]");

        assertThat(there.refusals()).isEmpty();
        assertThat(node.texts().plainText(text)).hasSize(2);
    }

    @Test
    void aLockIsToldToEverybodyWithItsReason() {
        var text = aText(node);
        var tab = SimulatedTab.open(other, text, "a");

        node.texts().lock(text, "Submitted for \"sign-off\"", "cara");

        tab.await(() -> tab.frames().size() == 2);
        assertThat(tab.frames().getLast())
                .isEqualTo(
                        "{\"type\":\"lock\",\"seq\":1,\"locked\":true,"
                                + "\"reason\":\"Submitted for \\\"sign-off\\\"\"}");
    }

    @Test
    void theServerCannotEditALockedTextEither() {
        var text = aText(node);
        node.texts().lock(text, "in review", "cara");

        assertThatThrownBy(() ->
                        other.texts()
                                .edit(text, "ada", doc -> SimulatedTab.steps("[[\"i\",1,\"x\"]]")))
                .isInstanceOf(TextLocked.class)
                .hasMessage("in review");
    }

    @Test
    void theLockSurvivesSnapshotsAndRestarts() {
        var text = aText(node);
        for (int i = 0; i < 30; i++) {
            node.texts().lock(text, "round " + i, "cara");
            node.texts().unlock(text, "", "cara");
        }
        var locked = node.texts().lock(text, "last", "cara");

        assertThat(fixture.node().texts().lock(text, "again", "ben")).isEqualTo(locked);
        assertThat(fixture.node().texts().current(text).locked()).isTrue();
    }
}
