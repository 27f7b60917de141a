package app.candor.faq;

import app.candor.access.Refused;
import app.candor.audit.Change;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was said about the FAQ of one incident: pertinent negatives, and whether it has one at all.
 *
 * @param incident id, this aggregate's too
 * @param findings by the key of the policy's question
 * @param skipped null while there is to be a FAQ
 */
public record FaqPlan(String incident, Map<String, Finding> findings, @Nullable Skipped skipped) {
    private static final int LONGEST = 1_000;

    /**
     * An answer of engineering.
     *
     * @param question as it was asked then
     * @param affected whether it was affected after all
     * @param evidence what that stands on
     * @param by person id
     */
    public record Finding(
            String question, boolean affected, String evidence, String by, Instant at) {}

    /** Somebody decided against a FAQ. */
    public record Skipped(String by, String reason, Instant at) {}

    public FaqPlan {
        findings = new LinkedHashMap<>(findings);
    }

    static FaqPlan of(String incident) {
        return new FaqPlan(incident, Map.of(), null);
    }

    /**
     * @throws Refused without evidence
     */
    Change<FaqPlan> found(
            String key, String question, boolean affected, String evidence, String by, Instant at) {
        if (evidence.isBlank()) {
            throw new Refused("Say what your answer stands on: a query, a log, a dashboard.");
        }
        if (evidence.strip().length() > LONGEST) {
            throw new Refused("Evidence has at most 1,000 characters; link the rest.");
        }
        var more = new LinkedHashMap<>(findings);
        more.put(key, new Finding(question, affected, evidence.strip(), by, at));
        return Change.of(
                new FaqPlan(incident, more, skipped),
                new FaqPlanChanged(incident, "pertinent negative answered"));
    }

    /**
     * @throws Refused without a reason
     */
    Change<FaqPlan> skip(String by, String reason, Instant at) {
        if (reason.isBlank()) {
            throw new Refused("Say why this incident needs no FAQ. The record keeps your words.");
        }
        return Change.of(
                new FaqPlan(incident, findings, new Skipped(by, reason.strip(), at)),
                new FaqPlanChanged(incident, "FAQ skipped"));
    }

    Change<FaqPlan> unskip() {
        return skipped == null
                ? Change.of(this)
                : Change.of(
                        new FaqPlan(incident, findings, null),
                        new FaqPlanChanged(incident, "FAQ taken up"));
    }
}
