package app.candor.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Text that was made to hurt: long, monotonous, in many scripts. The limits are far from tight. */
class HostileTextTest {
    private static final Circumstances EMAIL =
            Circumstances.of(TextKind.EMAIL).at(Phase.RESOLVED, Matter.OUTAGE);

    @Test
    @Timeout(20)
    void aMegabyteIsSearchedForSecretsAndNotLetThrough() {
        var line =
                "Reports were late and we are sorry about that, dear readers. ".repeat(16) + "\n";
        var text = line.repeat(1_050) + "The key is AKIAIOSFODNN7EXAMPLE.";

        var report = check(text);

        assertThat(report.blocking())
                .extracting(Finding::rule)
                .contains("secret-token", "reading-unjudged");
    }

    @Test
    @Timeout(20)
    void aWordOfAHundredThousandLettersEndsInTime() {
        for (var letter : List.of("a", "1-", "a.", "[[", "x@:")) {
            assertThat(check(letter.repeat(100_000 / letter.length()))).isNotNull();
        }
    }

    @Test
    @Timeout(20)
    void aPatternThatExplodesIsGivenUpAndHoldsTheTextUp() {
        var rules = new ArrayList<>(ShippedRules.BOOK.rules());
        rules.add(
                new Rule(
                        "explosive-rule",
                        Weight.ERROR,
                        Category.TONE,
                        "Explosive",
                        "ESFIP",
                        java.util.Set.of(),
                        java.util.Set.of(),
                        null,
                        List.of(),
                        List.of("^(?:(a+)\\1?)+$"),
                        List.of(),
                        List.of(),
                        null,
                        null,
                        null,
                        "Why",
                        "",
                        java.util.Map.of(),
                        null,
                        "",
                        ""));
        var checker = new Checker(new Rulebook(CompanyWords.none(), rules));

        var report =
                checker.check(
                        Manuscript.ofLines("a".repeat(5_000) + "!"),
                        Circumstances.of(TextKind.EMAIL));

        assertThat(report.blocking()).extracting(Finding::rule).contains("explosive-rule");
    }

    @Test
    void aRuleThatGivesUpDoesSoAfterLooksAndNotAfterSeconds() {
        var pattern = java.util.regex.Pattern.compile("^(?:(a+)\\1?)+$");
        var words = "a".repeat(2_000) + "!";
        var begun = System.nanoTime();

        assertThat(
                        org.assertj.core.api.Assertions.catchThrowable(
                                () -> Patience.matcher(pattern, words).find()))
                .isInstanceOfAny(Patience.Exhausted.class, StackOverflowError.class);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void scriptsThatRunTheOtherWayAndMixedOnesKeepTheirPlaces() {
        var text = "שלום, orders היו late. Заказы опоздали. 订单迟到了。 A p\u0430yment is late.";

        var found =
                check(text).findings().stream()
                        .filter(finding -> finding.rule().equals("reading-mixed-script"))
                        .toList();

        assertThat(found)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(text.substring(finding.from(), finding.to()))
                            .isEqualTo("p\u0430yment");
                });
    }

    @Test
    void charactersThatTurnTheReadingRoundAreFound() {
        assertThat(check("Pay to \u202eacme.").blocking())
                .extracting(Finding::rule)
                .contains("reading-hidden");
    }

    private static Report check(String text) {
        return ShippedRules.CHECKER.check(Manuscript.ofLines(text), EMAIL);
    }
}
