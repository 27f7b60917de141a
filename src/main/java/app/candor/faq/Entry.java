package app.candor.faq;

import app.candor.access.Refused;
import app.candor.audit.Change;
import app.candor.policy.SeverityClass;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A question that customers ask, and what may be answered.
 *
 * @param incident id; null for one that is always valid
 * @param wordings other ways in which people ask it
 * @param doNotSay for the reader only; never copied
 * @param pertinentNegative whether it says that something was not affected
 * @param atLeast lowest class whose gates its answers pass: high where it came from a high incident
 * @param draft id of the draft of the next answer; null once it is released
 * @param answer the approved one; null until the first release
 * @param earlier answers before it, oldest first
 * @param blocked why the answer may not be copied now; null while it may
 * @param verification null where it stays valid until a fact changes
 * @param harmless what a signer said of the next version; null for nothing
 * @param turns how often copies of an answer became outdated
 * @param other id of the entry that answers it instead; null for none
 */
public record Entry(
        String id,
        String question,
        List<String> wordings,
        @Nullable String incident,
        String doNotSay,
        boolean pertinentNegative,
        String begunBy,
        Instant begunAt,
        SeverityClass atLeast,
        @Nullable String draft,
        @Nullable Answer answer,
        List<Answer> earlier,
        @Nullable Block blocked,
        @Nullable Verification verification,
        @Nullable Harmless harmless,
        int turns,
        @Nullable String other) {
    private static final int LONGEST_QUESTION = 200;

    public Entry {
        wordings = List.copyOf(wordings);
        earlier = List.copyOf(earlier);
    }

    static Entry begun(
            String id,
            String question,
            @Nullable String incident,
            String doNotSay,
            boolean pertinentNegative,
            String by,
            Instant now) {
        if (question.isBlank()) {
            throw new Refused("Write the question as a customer would ask it.");
        }
        if (question.strip().length() > LONGEST_QUESTION) {
            throw new Refused("A question has at most 200 characters.");
        }
        return new Entry(
                id,
                question.strip(),
                List.of(),
                incident,
                doNotSay.strip(),
                pertinentNegative,
                by,
                now,
                SeverityClass.LOW,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                0,
                null);
    }

    /** Whether the answer was released and nothing speaks against it; its time may be over. */
    public boolean isApproved() {
        return answer != null && blocked == null;
    }

    /** Whether the answer may be given at that moment. */
    public boolean isUsable(Instant now) {
        return isApproved() && (verification == null || !verification.isOver(now));
    }

    /** One of its answers, earlier ones too. */
    Optional<Answer> version(int number) {
        return answer != null && answer.version() == number
                ? Optional.of(answer)
                : earlier.stream().filter(past -> past.version() == number).findFirst();
    }

    Change<Entry> drafting(String next) {
        if (draft != null) {
            throw new Refused("An answer to this question is being written already.");
        }
        if (other != null) {
            throw new Refused("Another entry answers this question. Write its answer there.");
        }
        return next().draft(next).telling(event("answer begun"));
    }

    /**
     * Takes what was released as the answer; a repeat of the same release changes nothing. Those
     * who copied an earlier one owe a word, unless a signer of this one called it harmless.
     *
     * @param signers ids of those whose signatures are under the release
     */
    Change<Entry> approve(Answer released, List<String> signers) {
        if (isOrWas(released.hash())) {
            return Change.of(this);
        }
        var next =
                next().draft(null)
                        .answer(released)
                        .blocked(null)
                        .harmless(saysHarmless(released.hash(), signers) ? harmless : null)
                        .verified(released.approvedAt());
        var approved = event(EntryChanged.APPROVED);
        if (answer == null) {
            return next.telling(approved);
        }
        if (saysHarmless(released.hash(), signers)) {
            return next.telling(approved, event(EntryChanged.HARMLESS));
        }
        return next.outdated("replaced", approved);
    }

    private boolean isOrWas(String hash) {
        return answer != null && answer.hash().equals(hash)
                || earlier.stream().anyMatch(past -> past.hash().equals(hash));
    }

    private boolean saysHarmless(String hash, List<String> signers) {
        return blocked == null
                && harmless != null
                && harmless.hash().equals(hash)
                && signers.contains(harmless.by());
    }

    /** A signer's word on the revision that is in review; null takes it back. */
    Change<Entry> say(@Nullable Harmless word) {
        if (answer == null) {
            throw new Refused("There is no earlier answer that this one changes.");
        }
        return next().harmless(word)
                .telling(event(word == null ? "harmless taken back" : "harmless said"));
    }

    /** After the release: who was to tell their customers need not. */
    Change<Entry> callHarmless(String by, String name, Instant at) {
        if (answer == null) {
            throw new Refused("There is no approved answer.");
        }
        return next().harmless(new Harmless(answer.hash(), by, name, at))
                .telling(event(EntryChanged.HARMLESS));
    }

    /** Whether a signer of the answer said that it differs from the one before in form only. */
    public boolean isCalledHarmless() {
        return harmless != null && answer != null && harmless.hash().equals(answer.hash());
    }

    /** Nothing happens to an answer that is blocked already, unless somebody withdraws it. */
    Change<Entry> block(Block.Kind kind, String cause, @Nullable String by, Instant now) {
        if (answer == null || blocked != null && (blocked.kind() == kind || !isStronger(kind))) {
            return Change.of(this);
        }
        return next().blocked(new Block(kind, cause, by, now))
                .outdated(kind.name().toLowerCase(java.util.Locale.ROOT), event("answer blocked"));
    }

    private static boolean isStronger(Block.Kind kind) {
        return kind == Block.Kind.WITHDRAWN || kind == Block.Kind.MERGED;
    }

    /** Another entry answers it instead. */
    Change<Entry> mergeInto(String into, String by, Instant now) {
        if (other != null) {
            throw new Refused("Another entry answers this question already.");
        }
        if (draft != null) {
            throw new Refused("An answer to this question is being written. Release it first.");
        }
        var next = next().other(into);
        if (answer == null) {
            return next.telling(event("merged"));
        }
        next.blocked(new Block(Block.Kind.MERGED, "Another entry answers this", by, now));
        return next.outdated("merged", event("merged"));
    }

    /** The verifier looked at it and it is still right. */
    Change<Entry> verify(String by, Instant now) {
        if (answer == null) {
            throw new Refused("There is no approved answer to verify yet.");
        }
        if (verification == null) {
            throw new Refused("Nobody is to verify this answer. Name a verifier first.");
        }
        if (!verification.verifier().equals(by)) {
            throw new Refused("Somebody else verifies this answer. They can, or be replaced.");
        }
        if (blocked != null && !blocked.kind().isVerifiable()) {
            throw new Refused("It was taken out of use. Only a new answer brings it back.");
        }
        return next().blocked(null).verified(now).telling(event(EntryChanged.VERIFIED));
    }

    /** Who verifies it and how often; counts from when it was last approved or verified. */
    Change<Entry> verifiedBy(String person, int everyDays) {
        var since =
                verification != null
                        ? verification.verifiedAt()
                        : answer == null ? begunAt : answer.approvedAt();
        return next().verification(Verification.from(person, everyDays, since))
                .telling(event("verifier named"));
    }

    Change<Entry> alsoAskedAs(String wording) {
        if (wording.isBlank() || wordings.contains(wording.strip())) {
            return Change.of(this);
        }
        return next().wording(wording.strip()).telling(event("wording added"));
    }

    /** Whether the answer shows this fact with another value than it has now. */
    boolean contradicts(String fact, String value) {
        var shown = answer == null ? null : answer.facts().get(fact);
        return shown != null && !Objects.equals(shown, value);
    }

    /**
     * As those have it whom the release names but who may not read the incident: what was signed
     * and nothing beside it. Only for one with an answer.
     *
     * @param nameIncident whether they may know of the incident at all
     */
    Entry asReleased(boolean nameIncident) {
        var given = Objects.requireNonNull(answer);
        return new Entry(
                id,
                given.question(),
                List.of(),
                nameIncident ? incident : null,
                "",
                false,
                "",
                given.approvedAt(),
                given.gates(),
                null,
                given,
                List.of(),
                blocked == null ? null : blocked.forOutsiders(),
                verification,
                null,
                0,
                null);
    }

    EntryChanged event(String what) {
        return new EntryChanged(id, incident, what);
    }

    NextEntry next() {
        return new NextEntry(this);
    }
}
