package app.candor.comms;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.Guarded;
import app.candor.access.Refused;
import app.candor.policy.Policies;
import app.candor.prosemirror.Node;
import app.candor.prosemirror.Schema;
import app.candor.voice.Finding;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Tries rules of voice and tone on texts that were submitted before, prior to proposing them. */
@Service
public class WordingTrial {
    private static final int TEXTS = 60;

    private final DraftStore drafts;
    private final Revisions revisions;
    private final DraftCircumstances circumstances;
    private final Occasions occasions;
    private final Policies policies;
    private final Access access;

    WordingTrial(
            DraftStore drafts,
            Revisions revisions,
            DraftCircumstances circumstances,
            Occasions occasions,
            Policies policies,
            Access access) {
        this.drafts = drafts;
        this.revisions = revisions;
        this.circumstances = circumstances;
        this.occasions = occasions;
        this.policies = policies;
        this.access = access;
    }

    /**
     * What the rules would say of a text.
     *
     * @param gained minded by the new rules alone
     * @param lost minded by the rules in force alone
     */
    public record Outcome(String title, List<Finding> gained, List<Finding> lost) {}

    /**
     * @param texts how many were tried, of those that the reader may see
     * @param changed those of which the two rulebooks speak differently, newest first
     */
    public record Trial(int texts, List<Outcome> changed) {}

    /**
     * @param content a policy of voice and tone, as it would be proposed
     * @throws Refused if it is none, or for who may not change policy
     */
    public Trial tryOut(String content) {
        access.require(Act.CHANGE_POLICY, Guarded.open());
        var candidate = policies.voice(content);
        var inForce = policies.voice();
        var outcomes =
                drafts.latest(TEXTS).stream()
                        .filter(draft -> access.may(Act.READ, occasions.guarded(draft.incident())))
                        .flatMap(draft ->
                                submitted(draft)
                                        .map(revision -> {
                                            var document =
                                                    Node.fromJson(
                                                            Schema.candor(),
                                                            revision.text().document());
                                            var text = circumstances.read(draft, document);
                                            var at = circumstances.of(draft);
                                            var before = inForce.check(text, at).findings();
                                            var after = candidate.check(text, at).findings();
                                            return new Outcome(
                                                    draft.title(),
                                                    without(after, before),
                                                    without(before, after));
                                        }))
                        .toList();
        return new Trial(
                outcomes.size(),
                outcomes.stream()
                        .filter(one -> !one.gained().isEmpty() || !one.lost().isEmpty())
                        .toList());
    }

    private Stream<Revision> submitted(Draft draft) {
        return switch (draft.state()) {
            case DraftState.Editing open -> Stream.empty();
            case DraftState.InReview(var review) -> Stream.of(revisions.get(review.hash()));
            case DraftState.Released gone -> Stream.of(revisions.get(gone.hash()));
        };
    }

    private static List<Finding> without(List<Finding> all, List<Finding> known) {
        return all.stream()
                .filter(one ->
                        known.stream()
                                .noneMatch(other ->
                                        other.key().equals(one.key())
                                                && other.weight() == one.weight()))
                .toList();
    }
}
