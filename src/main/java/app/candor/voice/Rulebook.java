package app.candor.voice;

import java.util.HashSet;
import java.util.List;

/**
 * All rules and the company's words: one version of the policy of voice and tone.
 *
 * @param company what the company calls things
 */
public record Rulebook(CompanyWords company, List<Rule> rules) {

    /**
     * @throws IllegalArgumentException if two rules have one id, a pattern is broken, or a check
     *     does not exist
     */
    public Rulebook {
        rules = rules == null ? List.of() : List.copyOf(rules);
        if (company == null) {
            company = CompanyWords.none();
        }
        var ids = new HashSet<String>();
        for (var rule : rules) {
            if (!ids.add(rule.id())) {
                throw new IllegalArgumentException("Two rules are called " + rule.id());
            }
            try {
                rule.compiled();
                Phrase.compile(rule.with());
                Phrase.compile(rule.unless());
            } catch (IllegalArgumentException broken) {
                throw new IllegalArgumentException(
                        "A pattern of rule " + rule.id() + " is broken: " + broken.getMessage(),
                        broken);
            }
            if (rule.check() != null && !Checks.NAMES.contains(rule.check())) {
                throw new IllegalArgumentException(
                        "Rule "
                                + rule.id()
                                + " names a check that does not exist: "
                                + rule.check());
            }
        }
        if (rules.stream().noneMatch(rule -> rule.weight() == Weight.SECRET)) {
            throw new IllegalArgumentException("The rules that keep secrets in cannot be left out");
        }
    }
}
