package app.candor.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RulebookTest {

    static Stream<Rule> withExamples() {
        return ShippedRules.BOOK.rules().stream().filter(rule -> !rule.bad().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("withExamples")
    void aRuleMindsItsBadExampleAndLeavesTheGoodOneAlone(Rule rule) {
        assertThat(minded(rule, rule.bad())).contains(rule.id());
        assertThat(minded(rule, rule.good())).doesNotContain(rule.id());
    }

    @ParameterizedTest
    @MethodSource("withExamples")
    void theGoodExampleOfARuleHasNoErrorOfAnother(Rule rule) {
        var errors =
                ShippedRules.CHECKER.check(Manuscript.ofLines(rule.good()), at(rule)).blocking();

        assertThat(errors)
                .filteredOn(finding -> finding.category() != Category.STRUCTURE)
                .extracting(Finding::rule)
                .isEmpty();
    }

    @Test
    void thereAreAtLeastNinetyRulesAndMostShowAnExample() {
        assertThat(ShippedRules.BOOK.rules()).hasSizeGreaterThan(90);
        assertThat(withExamples()).hasSizeGreaterThan(75);
    }

    @Test
    void aBrokenPatternIsRefusedWithTheNameOfItsRule() {
        assertThatThrownBy(
                        () -> new Rulebook(CompanyWords.none(), List.of(pattern("odd-rule", "("))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("odd-rule");
    }

    @Test
    void theRulesThatKeepSecretsInCannotBeLeftOut() {
        assertThatThrownBy(
                        () -> new Rulebook(CompanyWords.none(), List.of(pattern("some-rule", "x"))))
                .hasMessageContaining("secrets");
    }

    static Rule pattern(String id, String pattern) {
        return new Rule(
                id,
                Weight.WARNING,
                Category.TONE,
                "A rule",
                "ESFIP",
                Set.of(),
                Set.of(),
                null,
                List.of(),
                List.of(pattern),
                List.of(),
                List.of(),
                null,
                null,
                null,
                "Why",
                "",
                Map.of(),
                null,
                "",
                "");
    }

    private static List<String> minded(Rule rule, String text) {
        return ShippedRules.CHECKER.check(Manuscript.ofLines(text), at(rule)).findings().stream()
                .map(Finding::rule)
                .toList();
    }

    private static Circumstances at(Rule rule) {
        var letter = rule.texts().charAt(0);
        var kind =
                Stream.of(TextKind.values())
                        .filter(one -> one.letter() == letter)
                        .findFirst()
                        .orElseThrow();
        var matter = rule.matters().contains(Matter.SECURITY) ? Matter.SECURITY : Matter.OUTAGE;
        var data =
                rule.when() == Rule.When.RAW_DATA_UNKNOWN
                        ? List.<LedgerFact>of()
                        : List.of(new LedgerFact("raw-data-lost", "Raw data lost", "No", "no", ""));
        return Circumstances.of(kind)
                .with(data, List.of())
                .at(
                        rule.phases().isEmpty()
                                ? Phase.INVESTIGATING
                                : rule.phases().iterator().next(),
                        matter);
    }
}
