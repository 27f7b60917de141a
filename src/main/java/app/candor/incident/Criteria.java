package app.candor.incident;

import app.candor.policy.CriteriaPolicy;
import app.candor.policy.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whether something is an incident, with the arithmetic that says so.
 *
 * @param shares overall first, then each integration, largest share first
 * @param questions of which one "yes" is enough
 */
public record Criteria(List<Share> shares, List<String> questions) {

    /**
     * One comparison.
     *
     * @param about {@code All merchants} or the integration's name
     * @param arithmetic {@code 418 of 1,326 merchants = 31.5% > 25%}
     * @param met strictly over the threshold
     */
    public record Share(String about, String arithmetic, boolean met) {}

    public Criteria {
        shares = List.copyOf(shares);
        questions = List.copyOf(questions);
    }

    /** No shares before any account is known: nothing is divided by nothing. */
    public static Criteria evaluate(CriteriaPolicy policy, AccountCounts counts) {
        var shares = new ArrayList<Share>();
        if (counts.total() > 0) {
            shares.add(
                    share(
                            "All merchants",
                            counts.affected(),
                            counts.total(),
                            policy.merchantsOverPercent()));
        }
        for (var one : counts.integrations()) {
            shares.add(
                    share(
                            one.name(),
                            one.affected(),
                            one.total(),
                            policy.integrationOverPercent()));
        }
        return new Criteria(shares, policy.always());
    }

    /** Whether the numbers alone make it an incident. */
    public boolean met() {
        return shares.stream().anyMatch(Share::met);
    }

    /** Those that are met, in words, for the record. */
    public List<String> reasons() {
        return shares.stream()
                .filter(Share::met)
                .map(share -> share.about() + ": " + share.arithmetic())
                .toList();
    }

    /**
     * A first guess, for a person to correct: SEV1 where the overall share is over its threshold or
     * a question is answered with yes, SEV2 where only an integration's is, else SEV3.
     */
    public Severity proposed(boolean anyQuestionYes) {
        if (anyQuestionYes || (met() && shares.getFirst().met())) {
            return Severity.SEV1;
        }
        return met() ? Severity.SEV2 : Severity.SEV3;
    }

    private static Share share(String about, int part, int whole, int threshold) {
        var over = Shares.over(part, whole, threshold);
        var arithmetic =
                String.format(
                        Locale.UK,
                        "%,d of %,d merchants = %s%% %s %d%%",
                        part,
                        whole,
                        Shares.percentBeside(part, whole, threshold),
                        over ? ">" : "≤",
                        threshold);
        return new Share(about, arithmetic, over);
    }
}
