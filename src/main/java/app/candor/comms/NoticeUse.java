package app.candor.comms;

import java.util.List;

/**
 * That a draft was begun from a pre-approved wording.
 *
 * @param wording id of its draft
 * @param chosen values taken from a list because the ledger had none
 */
public record NoticeUse(String wording, List<PinnedFact> chosen) {
    public NoticeUse {
        chosen = List.copyOf(chosen);
    }
}
