package app.candor.faq;

import app.candor.audit.Told;
import app.candor.comms.DraftKind;
import app.candor.comms.DraftReleased;
import app.candor.comms.PinnedFact;
import app.candor.comms.ReleasedTexts;
import app.candor.comms.Revision;
import app.candor.incident.Fact;
import app.candor.incident.FactConfirmed;
import app.candor.incident.Facts;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What releases and facts do to answers: a released draft approves one, a fact that moves blocks
 * those that show its old value.
 */
@Component
class Approvals {
    private final Library library;
    private final EntryStore entries;
    private final ReleasedTexts released;
    private final Facts facts;
    private final AnswerText texts;
    private final Clock clock;

    Approvals(
            Library library,
            EntryStore entries,
            ReleasedTexts released,
            Facts facts,
            AnswerText texts,
            Clock clock) {
        this.library = library;
        this.entries = entries;
        this.released = released;
        this.facts = facts;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * Where no entry asked for the answer there is none to approve; failing would be repeated for
     * ever.
     */
    @EventListener
    void on(Told<DraftReleased> told) {
        var entry = told.event().owner();
        if (told.event().kind() == DraftKind.FAQ_ANSWER
                && entry != null
                && entries.find(entry).isPresent()) {
            released.of(told.event().draft()).ifPresent(revision -> approve(entry, revision, told));
        }
    }

    @EventListener
    void onFact(Told<FactConfirmed> told) {
        var ledger = facts.asSystem(told.event().incidentId());
        library.belongingTo(told.event().incidentId())
                .forEach(entry -> blockIfContradicted(entry, ledger));
    }

    private void blockIfContradicted(Entry entry, List<Fact> ledger) {
        contradictions(entry, ledger).stream()
                .findFirst()
                .ifPresent(fact ->
                        library.change(
                                entry.id(),
                                latest ->
                                        latest.block(
                                                Block.Kind.FACT_CHANGED,
                                                fact.label() + " changed after this was signed",
                                                null,
                                                clock.instant())));
    }

    /** Facts of the ledger of which the answer shows another value. */
    static List<Fact> contradictions(Entry entry, List<Fact> ledger) {
        return ledger.stream().filter(fact -> entry.contradicts(fact.key(), fact.value())).toList();
    }

    private void approve(String entry, Revision revision, Told<DraftReleased> told) {
        var shown =
                revision.shownFacts().stream()
                        .collect(Collectors.toMap(PinnedFact::key, PinnedFact::shownValue));
        var document = revision.text().document();
        var draft = told.event().draft();
        var approved =
                library.change(
                        entry,
                        latest -> {
                            var before = latest.answer();
                            return latest.approve(
                                    new Answer(
                                            before == null ? 1 : before.version() + 1,
                                            draft,
                                            told.event().hash(),
                                            revision.subject(),
                                            revision.audience().scope(),
                                            revision.severityClass(),
                                            document,
                                            shown,
                                            texts.plain(document, shown),
                                            told.at(),
                                            released.signers(draft)),
                                    released.signerIds(draft));
                        });
        var incident = approved.incident();
        if (incident != null) {
            blockIfContradicted(approved, facts.asSystem(incident));
        }
    }
}
