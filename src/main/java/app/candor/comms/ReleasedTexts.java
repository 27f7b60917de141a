package app.candor.comms;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What was released, for modules that pass it on. Checks no rights: the audience was decided by the
 * signatures, and whoever shows a text decides who sees it.
 */
@Component
public class ReleasedTexts {
    private final DraftStore drafts;
    private final Revisions revisions;

    ReleasedTexts(DraftStore drafts, Revisions revisions) {
        this.drafts = drafts;
        this.revisions = revisions;
    }

    /** The stored revision of a released draft, its bytes checked against the hash; else empty. */
    public Optional<Revision> of(String draft) {
        return drafts.get(draft).state() instanceof DraftState.Released gone
                ? Optional.of(revisions.get(gone.hash()))
                : Optional.empty();
    }

    /** Printed names under a released draft, in the order of signing; empty while unreleased. */
    public List<String> signers(String draft) {
        return drafts.get(draft).state() instanceof DraftState.Released gone
                ? gone.signatures().stream().map(Signature::name).toList()
                : List.of();
    }

    /** Ids of those whose signatures are under a released draft; empty while unreleased. */
    public List<String> signerIds(String draft) {
        return drafts.get(draft).state() instanceof DraftState.Released gone
                ? gone.signatures().stream().map(Signature::person).toList()
                : List.of();
    }
}
