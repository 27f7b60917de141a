package app.candor.comms;

import static app.candor.demo.DemoPerson.COMMANDER;
import static org.assertj.core.api.Assertions.assertThat;

import app.candor.access.SignedIn;
import app.candor.voice.Weight;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** What the demo tells its customers, as its own rules judge it. */
@SpringBootTest(properties = {"candor.demo=full", "candor.data=target/test-data/demo-texts"})
class DemoTextsTest {
    @Autowired private DraftStore drafts;
    @Autowired private Wording wording;

    @AfterEach
    void nobodyActs() {
        SignedIn.out();
    }

    @Test
    void everyTextOfTheDemoPassesItsOwnChecks() {
        var all = drafts.latest(500);

        assertThat(all.stream().map(Draft::kind).distinct()).hasSizeGreaterThanOrEqualTo(4);
        for (var draft : all) {
            assertThat(minded(draft)).as(draft.title()).isEmpty();
        }
    }

    private List<String> minded(Draft draft) {
        return SignedIn.as(COMMANDER, () -> wording.of(draft.id())).open().stream()
                .filter(finding -> finding.weight() != Weight.HINT)
                .map(finding -> finding.title() + ": " + finding.words())
                .toList();
    }
}
