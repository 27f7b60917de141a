package app.candor.comms;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.Refused;
import app.candor.audit.AggregateStore;
import app.candor.audit.AggregateStores;
import app.candor.audit.Change;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * The desk where it is recorded that a technical explanation waits until a customer asks. It passes
 * its gates and is released all the same, so that it is ready; only the package waits.
 */
@Service
public class Withholdings {
    private static final int LONGEST = 500;

    private final AggregateStore<Withholding> store;
    private final DraftStore drafts;
    private final Occasions occasions;
    private final Access access;
    private final RefusedComms refused;
    private final Clock clock;

    Withholdings(
            AggregateStores stores,
            DraftStore drafts,
            Occasions occasions,
            Access access,
            RefusedComms refused,
            Clock clock) {
        this.store = stores.of("withheld_explanations", Withholding.class);
        this.drafts = drafts;
        this.occasions = occasions;
        this.access = access;
        this.refused = refused;
        this.clock = clock;
    }

    /**
     * Keeps an explanation that was not released yet until a customer asks.
     *
     * @throws Refused without the role or a reason, for another kind of text, or once released
     */
    public Withholding withhold(String draftId, String reason) {
        var draft = drafts.get(draftId);
        return refused.recorded(
                "draft:" + draftId,
                draft.incident(),
                Act.PROPOSE_COMMS,
                () -> {
                    var person =
                            access.require(Act.PROPOSE_COMMS, occasions.guarded(draft.incident()));
                    if (draft.kind() != DraftKind.TECHNICAL_EXPLANATION) {
                        throw new Refused("Only a technical explanation can be withheld.");
                    }
                    if (!draft.isOpen()) {
                        throw new Refused("It was released already; it is in its readers' hands.");
                    }
                    var choice =
                            new Withholding(
                                    draftId,
                                    draft.incident(),
                                    words(reason, "Say why customers get it only on request."),
                                    person.id(),
                                    person.name(),
                                    clock.instant().truncatedTo(ChronoUnit.MILLIS),
                                    null);
                    try {
                        return store.insert(
                                draftId,
                                Change.of(
                                        choice,
                                        new Withholding.Changed(
                                                draftId,
                                                draft.incident(),
                                                "explanation withheld")));
                    } catch (DuplicateKeyException chosenBefore) {
                        throw new Refused(
                                "This was decided already: " + of(draftId).orElseThrow().reason());
                    }
                });
    }

    /**
     * Gives it out: from now on it is sent as any other text.
     *
     * @param cause which customer asked
     * @throws Refused without the role or a cause, or if it was given out already
     */
    public Withholding giveOut(String draftId, String cause) {
        var draft = drafts.get(draftId);
        return refused.recorded(
                "draft:" + draftId,
                draft.incident(),
                Act.SEND,
                () -> {
                    var guarded = occasions.guarded(draft.incident());
                    var person =
                            access.may(Act.PROPOSE_COMMS, guarded)
                                    ? access.require(Act.PROPOSE_COMMS, guarded)
                                    : access.require(Act.SEND, guarded);
                    var words = words(cause, "Say which customer asked for it.");
                    return store.change(
                            draftId,
                            choice ->
                                    choice.handOver(
                                            new Withholding.HandedOver(
                                                    words,
                                                    person.id(),
                                                    person.name(),
                                                    clock.instant()
                                                            .truncatedTo(ChronoUnit.MILLIS))));
                });
    }

    /** What was chosen for a draft, if anything; the caller has asked who reads. */
    public Optional<Withholding> of(String draftId) {
        return store.find(draftId);
    }

    private static String words(String given, String otherwise) {
        var words = given.strip();
        if (words.isEmpty()) {
            throw new Refused(otherwise);
        }
        if (words.length() > LONGEST) {
            throw new Refused("At most " + LONGEST + " characters, please.");
        }
        return words;
    }
}
