package app.candor.coedit.authority;

import static app.candor.coedit.authority.AuthorityFixture.CLOCK;
import static app.candor.coedit.authority.AuthorityFixture.aText;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class SnapshotsTest {
    private static final int COMMITS = 3_000;

    private final AuthorityFixture fixture;

    SnapshotsTest(AuthorityFixture.Inserting inserting) {
        fixture = new AuthorityFixture(inserting);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void ofManySnapshotsFewStayAndEveryVersionCanBeRead() {
        var node = fixture.node();
        var text = aText(node);
        var other = aText(node);
        var storage = node.storage();
        storage.snapshots().keep(other, stateOf(other, node, List.of(commit(1))));
        var commits = new ArrayList<Commit>();
        for (int seq = 1; seq <= COMMITS; seq++) {
            commits.add(commit(seq));
        }
        storage.log().append(text, commits);
        var state = storage.archive().at(text, 0);
        for (var commit : commits) {
            state = state.after(commit);
            if (commit.seq() % 20 == 0) {
                storage.snapshots().keep(text, state);
            }
        }

        assertThat(fixture.snapshots(text)).hasSizeBetween(30, 80).contains((long) COMMITS);
        assertThat(fixture.snapshots(other)).containsExactly(1L);
        for (long seq : List.of(0L, 1L, 19L, 20L, 21L, 777L, 1_980L, 2_999L, 3_000L)) {
            assertThat(storage.archive().at(text, seq).doc().textContent("\n"))
                    .isEqualTo("x".repeat((int) seq));
        }
    }

    @Test
    void anOlderVersionNeverReplacesWhereReadingStarts() {
        var node = fixture.node();
        var text = aText(node);
        var one = stateOf(text, node, List.of(commit(1)));
        var two = one.after(commit(2));
        var snapshots = node.storage().snapshots();

        snapshots.startAt(text, two);
        snapshots.startAt(text, one);
        snapshots.keep(text, one);

        assertThat(snapshots.head(text).orElseThrow().snapshot().get().seq()).isEqualTo(2);
    }

    private static TextState stateOf(
            String text, AuthorityFixture.PortalNode node, List<Commit> commits) {
        return Archive.replay(node.storage().archive().at(text, 0), commits);
    }

    private static Commit commit(long seq) {
        return new Commit(
                seq,
                "a",
                seq,
                "ada",
                CLOCK.instant(),
                SimulatedTab.steps("[[\"i\",1,\"x\"]]"),
                "[[\"i\",1,\"x\"]]",
                null);
    }
}
