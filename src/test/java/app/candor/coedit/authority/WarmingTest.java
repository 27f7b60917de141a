package app.candor.coedit.authority;

import static app.candor.coedit.authority.AuthorityFixture.CLOCK;
import static app.candor.coedit.authority.AuthorityFixture.SCHEMA;
import static app.candor.coedit.authority.AuthorityFixture.aText;
import static app.candor.coedit.authority.AuthorityFixture.paragraph;
import static org.assertj.core.api.Assertions.assertThat;

import app.candor.coedit.TextRef;
import app.candor.coedit.authority.AuthorityFixture.PortalNode;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WarmingTest {
    private AuthorityFixture fixture;
    private PortalNode node;

    @BeforeEach
    void start() {
        fixture = new AuthorityFixture();
        node = fixture.node(CoeditSettings.standard());
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void opensAndWritesATextAndLeavesNothingBehind() {
        var others = aText(node, paragraph("Orders arrive late"));
        long before = fixture.documents();

        var done = warming(CLOCK).run(Duration.ofMinutes(2));

        assertThat(done).isEqualTo(new Warming.Done(40, 60, 0));
        assertThat(fixture.documents()).isEqualTo(before);
        assertThat(node.texts().plainText(others)).isEqualTo("Orders arrive late");
    }

    @Test
    void stopsWhenTimeIsUpAndStillLeavesNothingBehind() {
        long before = fixture.documents();

        assertThat(warming(CLOCK).run(Duration.ZERO)).isEqualTo(new Warming.Done(0, 0, 0));

        assertThat(fixture.documents()).isEqualTo(before);
    }

    @Test
    void deletesWhatACrashLeftButNotWhatAnotherNodeIsAt() {
        leave("warming-crashed", before(Duration.ofHours(2)));
        leave("warming-at-it", before(Duration.ofMinutes(1)));
        leave("warmer", before(Duration.ofHours(2)));

        warming(CLOCK).run(Duration.ofMinutes(2));

        assertThat(node.texts().find("warming-crashed")).isEmpty();
        assertThat(node.texts().find("warming-at-it")).isPresent();
        assertThat(node.texts().find("warmer")).isPresent();
    }

    private void leave(String id, Clock then) {
        fixture.storage(then)
                .snapshots()
                .create(
                        new TextRef(id, Rehearsal.KIND, id),
                        TextState.created(SCHEMA.emptyDocument()));
    }

    private static Clock before(Duration ago) {
        return Clock.offset(CLOCK, ago.negated());
    }

    private Warming warming(Clock clock) {
        return new Warming(fixture.storage(clock), node.open(), SCHEMA, Stream::of);
    }
}
