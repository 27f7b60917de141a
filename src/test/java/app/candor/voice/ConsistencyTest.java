package app.candor.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A ledger, sentences that contradict it, and sentences that only look so. */
class ConsistencyTest {
    private static final List<LedgerFact> LEDGER =
            List.of(
                    Corpus.fact("count", "418"),
                    Corpus.fact("percent", "31.5"),
                    Corpus.fact("delay", "95"),
                    Corpus.fact("start", "08:47"),
                    Corpus.fact("end", "10:56"),
                    Corpus.fact("detected", "09:04"),
                    Corpus.fact("eta", "12:30"),
                    Corpus.fact("raw", "no"),
                    Corpus.fact("regions", "EU"),
                    Corpus.fact("components", "Order sync, Order reports"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The delay affects 396 merchants.",
                "412 accounts could not see new orders.",
                "28% of all merchants were affected.",
                "About 20% of customers see late orders.",
                "Orders arrive up to two hours late.",
                "The longest delay was 59 minutes.",
                "Orders are up to 1 h 20 min late.",
                "It began at 09:04 UTC.",
                "Orders have been late since 8:17 UTC.",
                "From 08:47 UTC to 11:20 UTC orders were late.",
                "It was resolved at 10:40 UTC.",
                "We noticed it at 08:50 UTC.",
                "All delayed orders will be processed by 13:30 UTC.",
                "Raw event data was lost.",
                "Orders in the US arrive late.",
                "Scheduled exports are late.",
                "It began on 17 November.",
                "Orders were late from 09:47 UTC to 10:56 UTC.",
                "It started at 08:47 CET.",
                "More than 500 merchants were affected."
            })
    void whatTheLedgerSaysOtherwiseIsShownSideBySide(String sentence) {
        assertThat(contradictions(sentence, LEDGER, List.of()))
                .isNotEmpty()
                .allSatisfy(finding -> {
                    assertThat(finding.rule()).isEqualTo("contradicts-ledger");
                    assertThat(sentence).contains(finding.beside().here());
                    assertThat(finding.beside().there()).isNotEmpty();
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Of 1,326 merchants, 418 merchants were affected.",
                "About 420 merchants were affected.",
                "More than 400 accounts see late orders.",
                "32% of merchants were affected.",
                "A disk that was 80% full made orders late.",
                "Some orders are 40 minutes late.",
                "Orders are up to 95 minutes late.",
                "Orders are up to 1 h 35 min late.",
                "It began at 09:47 CET.",
                "It began at 8:47 am UTC.",
                "We started to restore the setting at 10:19 UTC while orders were late.",
                "Orders in the US are not affected.",
                "Orders are late; the next update follows at 11:20 UTC.",
                "We identified the limit at 09:58 UTC.",
                "From 08:47 to 10:56 UTC orders were late.",
                "Payments work as usual while orders are late.",
                "We told 412 accounts at 09:21 UTC.",
                "Whether any event was lost is being checked.",
                "It began around 08:45 UTC.",
                "All delayed orders will be processed by 12:30 UTC."
            })
    void whatOnlyLooksLikeAContradictionIsLeftAlone(String sentence) {
        assertThat(contradictions(sentence, LEDGER, List.of())).isEmpty();
    }

    @Test
    void whereTheLedgerIsSilentAnotherTextOfTheIncidentIsHeldAgainstIt() {
        var sibling = new Sibling("Status update", Manuscript.ofLines("It began at 09:04 UTC."));

        assertThat(contradictions("It began at 08:47 UTC.", List.of(), List.of(sibling)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo("contradicts-sibling");
                    assertThat(finding.weight()).isEqualTo(Weight.WARNING);
                    assertThat(finding.beside())
                            .isEqualTo(
                                    new Finding.Beside("08:47 UTC", "09:04 UTC", "Status update"));
                });
        assertThat(contradictions("It began at 08:47 UTC.", LEDGER, List.of(sibling))).isEmpty();
    }

    private static List<Finding> contradictions(
            String text, List<LedgerFact> ledger, List<Sibling> siblings) {
        var at =
                Circumstances.of(TextKind.EMAIL)
                        .at(Phase.IDENTIFIED, Matter.OUTAGE)
                        .with(ledger, siblings);
        return ShippedRules.CHECKER.check(Manuscript.ofLines(text), at).findings().stream()
                .filter(finding -> finding.rule().startsWith("contradicts"))
                .toList();
    }
}
