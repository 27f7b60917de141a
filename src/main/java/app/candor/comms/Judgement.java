package app.candor.comms;

import app.candor.voice.Finding;
import app.candor.voice.Report;
import java.util.List;

/**
 * What the rules of voice and tone say of a draft, with what was agreed to keep.
 *
 * @param kept those of the draft that still fit its text
 */
public record Judgement(Report report, List<KeptWording> kept) {

    public Judgement {
        kept = List.copyOf(kept);
    }

    /** Findings that nobody decided to keep, in reading order. */
    public List<Finding> open() {
        return report.findings().stream().filter(finding -> !isKept(finding)).toList();
    }

    /** What holds up submitting. */
    public List<Finding> blocking() {
        return open().stream().filter(finding -> finding.weight().blocks()).toList();
    }

    /** Whether somebody wants to keep it and a second person has not agreed yet. */
    public boolean waits(Finding finding) {
        return kept.stream().anyMatch(one -> one.waits() && one.key().equals(finding.key()));
    }

    private boolean isKept(Finding finding) {
        return kept.stream().anyMatch(one -> one.covers(finding));
    }
}
