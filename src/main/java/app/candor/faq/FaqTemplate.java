package app.candor.faq;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.Refused;
import app.candor.incident.Incidents;
import app.candor.policy.Policies;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** What customers will ask of an incident of its type, and nobody wrote an entry for yet. */
@Service
public class FaqTemplate {
    private final Library library;
    private final Negatives negatives;
    private final Incidents incidents;
    private final Policies policies;
    private final Access access;

    FaqTemplate(
            Library library,
            Negatives negatives,
            Incidents incidents,
            Policies policies,
            Access access) {
        this.library = library;
        this.negatives = negatives;
        this.incidents = incidents;
        this.policies = policies;
        this.access = access;
    }

    /**
     * A question to begin with.
     *
     * @param finding what engineering said of it, for who writes; empty for a question of the
     *     policy
     */
    public record Offered(String question, String finding) {
        boolean isPertinentNegative() {
            return !finding.isEmpty();
        }
    }

    /**
     * Questions of the policy for its type, then what engineering said was or was not affected;
     * without those that an entry of the incident asks. Empty while it has no FAQ by choice.
     *
     * @throws app.candor.access.NotFound unless the current person may read the incident
     */
    public List<Offered> of(String incident) {
        var plan = negatives.of(incident);
        var type = incidents.get(incident).type();
        if (plan.skipped() != null || type == null) {
            return List.of();
        }
        var there = library.ofIncident(incident);
        var asked =
                policies.faq().questionsOf(type.name()).stream()
                        .map(question -> new Offered(question, ""));
        var found =
                plan.findings().values().stream()
                        .map(finding ->
                                new Offered(
                                        finding.question(),
                                        (finding.affected() ? "Affected · " : "Not affected · ")
                                                + finding.evidence()));
        return Stream.concat(asked, found)
                .filter(offered -> there.stream().noneMatch(entry -> asks(entry, offered)))
                .toList();
    }

    /**
     * Adds it to the incident's FAQ and begins its answer.
     *
     * @throws Refused if it is not offered any more, or for who may not draft
     */
    public Entry begin(String incident, String question) {
        access.require(Act.DRAFT, incidents.guarded(incident));
        var offered =
                of(incident).stream()
                        .filter(one -> one.question().equals(question))
                        .findFirst()
                        .orElseThrow(() ->
                                new Refused("Somebody began this answer already. It is below."));
        return library.add(question, incident, "", offered.isPertinentNegative());
    }

    private static boolean asks(Entry entry, Offered offered) {
        return Stream.concat(Stream.of(entry.question()), entry.wordings().stream())
                .anyMatch(words -> words.strip().equalsIgnoreCase(offered.question().strip()));
    }
}
