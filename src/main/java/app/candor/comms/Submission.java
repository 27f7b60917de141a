package app.candor.comms;

import app.candor.access.Refused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes a revision of a draft, its text and what its incident says now. Pure: the same input always
 * makes the same bytes.
 */
final class Submission {
    private final Draft draft;
    private final Occasion occasion;
    private final ResolvedAudience audience;
    private final DocumentScan scan;
    private final @Nullable Corrected corrects;
    private final @Nullable Preapproved preapproved;

    Submission(
            Draft draft,
            Occasion occasion,
            ResolvedAudience audience,
            Map<String, @Nullable Object> document,
            @Nullable Corrected corrects,
            @Nullable Preapproved preapproved) {
        this.draft = draft;
        this.occasion = occasion;
        this.audience = audience;
        this.scan = DocumentScan.of(document);
        this.corrects = corrects;
        this.preapproved = preapproved;
    }

    /** What keeps it from being submitted, in words for the writer; empty if nothing. */
    List<String> problems() {
        var problems = new ArrayList<String>();
        if (scan.isEmpty()) {
            problems.add("The text is empty.");
        }
        if (draft.bundle().subject().isBlank()) {
            problems.add("The subject is empty.");
        }
        if (audience.isEmpty() && draft.standing() == null) {
            problems.add("Nobody would get it: there are no " + audience.scope().label() + " yet.");
        }
        for (var prompt : scan.prompts()) {
            problems.add("A placeholder still waits for words: “" + prompt + "”.");
        }
        if (draft.standing() != null) {
            problems.addAll(Slots.problems(scan.facts()));
        }
        for (var key : scan.facts()) {
            if (draft.standing() == null
                    && occasion.facts().stream().noneMatch(fact -> fact.key().equals(key))) {
                problems.add(
                        "The text shows “"
                                + key.replace('-', ' ')
                                + "”, which nobody has confirmed yet.");
            }
        }
        for (var name : scan.mergeFields()) {
            var field = MergeField.named(name).orElse(null);
            if (field == null) {
                problems.add("There is no merge field “" + name + "”.");
            } else if (!field.isTakenBy(audience.scope())) {
                problems.add(
                        "“%s” differs from reader to reader, and nothing fills it in for %s."
                                .formatted(field.label(), audience.scope().label()));
            }
        }
        addressless().ifPresent(problems::add);
        return problems;
    }

    private java.util.Optional<String> addressless() {
        if (draft.bundle().channel() != Channel.EMAIL) {
            return java.util.Optional.empty();
        }
        var names =
                audience.recipients().stream()
                        .filter(recipient -> recipient.email().isBlank())
                        .map(Recipient::name)
                        .toList();
        return names.isEmpty()
                ? java.util.Optional.empty()
                : java.util.Optional.of("No address for: " + String.join(", ", names) + ".");
    }

    /**
     * @param text the exact version that was locked
     * @param policyVersion of the gates in force
     * @throws Refused with all {@link #problems()}
     */
    Revision revision(Revision.Text text, int policyVersion, String by, Instant now) {
        var problems = problems();
        if (!problems.isEmpty()) {
            throw new Refused(String.join(" ", problems));
        }
        return new Revision(
                draft.id(),
                draft.revisions() + 1,
                draft.kind(),
                draft.incident(),
                occasion.key().isEmpty() ? null : occasion.key(),
                text,
                pinned(),
                draft.bundle().subject(),
                audience,
                draft.bundle().channel(),
                draft.bundle().attachments(),
                scan.mergeFields(),
                occasion.severity(),
                draft.highestClass().worse(occasion.severityClass()),
                policyVersion,
                by,
                now,
                corrects,
                draft.standing(),
                preapproved);
    }

    private List<PinnedFact> pinned() {
        return occasion.facts().stream()
                .flatMap(fact -> {
                    var shown = scan.facts().contains(fact.key());
                    return shown || fact.material()
                            ? Stream.of(fact.asShown(shown))
                            : Stream.empty();
                })
                .toList();
    }
}
