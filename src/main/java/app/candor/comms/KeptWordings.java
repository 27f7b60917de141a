package app.candor.comms;

import app.candor.access.NotFound;
import app.candor.access.Refused;
import app.candor.audit.Change;
import app.candor.voice.Finding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All words of one draft that stay although a rule minds them.
 *
 * @param draft id
 */
public record KeptWordings(String draft, @Nullable String incident, List<KeptWording> all) {
    private static final int LONGEST_REASON = 500;

    public KeptWordings {
        all = List.copyOf(all);
    }

    /**
     * A writer's wish to keep the words; for less than an error it is enough.
     *
     * @throws Refused without a reason, or if nobody can agree to such words
     */
    Change<KeptWordings> ask(Finding finding, String reason, String by, Instant now) {
        if (!finding.weight().canBeKept()) {
            throw new Refused(
                    "A secret never leaves, whoever agrees. Take it out and have it replaced.");
        }
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new Refused(
                    "Say in at most 500 characters why it stays. Signers see your words.");
        }
        var next = without(finding.key());
        next.add(KeptWording.asked(finding, reason.strip(), by, now));
        return Change.of(
                new KeptWordings(draft, incident, next),
                new WordingKept(draft, incident, finding.rule(), "wording kept"));
    }

    /**
     * A second person's word for an error.
     *
     * @throws Refused for the one who asked, for writers of the text, or if it waits no more
     */
    Change<KeptWordings> agree(String key, String by, Set<String> writers, Instant now) {
        var waiting = one(key);
        if (!waiting.waits()) {
            throw new Refused("This wording does not wait for anybody any more.");
        }
        if (waiting.askedBy().equals(by) || writers.contains(by)) {
            throw new Refused("Somebody who did not write the text has to agree.");
        }
        var next = without(key);
        next.add(waiting.agreed(by, now));
        return Change.of(
                new KeptWordings(draft, incident, next),
                new WordingKept(draft, incident, waiting.rule(), "wording agreed to"));
    }

    /** The rule holds again. */
    Change<KeptWordings> drop(String key) {
        var dropped = one(key);
        return Change.of(
                new KeptWordings(draft, incident, without(key)),
                new WordingKept(draft, incident, dropped.rule(), "wording no longer kept"));
    }

    KeptWording one(String key) {
        return all.stream()
                .filter(kept -> kept.key().equals(key))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private List<KeptWording> without(String key) {
        return new ArrayList<>(all.stream().filter(kept -> !kept.key().equals(key)).toList());
    }
}
