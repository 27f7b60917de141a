package app.candor.coedit.authority;

import java.util.List;

/** The mentions of which nobody was told yet, over all texts and nodes. */
public final class UntoldMentions {
    private final CommitLog log;

    UntoldMentions(CommitLog log) {
        this.log = log;
    }

    public List<WrittenMentions> next(int limit) {
        return log.untold(limit);
    }

    /** They were told, or nobody was to be. */
    public void settled(WrittenMentions written) {
        log.told(written.textId(), written.seq());
    }
}
