package app.candor.demo.story;

import app.candor.coedit.Texts;
import app.candor.comms.CommsPlans;
import app.candor.comms.Draft;
import app.candor.comms.DraftKind;
import app.candor.comms.Drafts;
import app.candor.comms.FirstNotices;
import app.candor.comms.NewDraft;
import app.candor.comms.Seen;
import app.candor.comms.Signing;
import app.candor.comms.Submissions;
import app.candor.demo.DemoPerson;
import app.candor.faq.Copies;
import app.candor.faq.Entry;
import app.candor.faq.Labels;
import app.candor.faq.Library;
import app.candor.faq.Negatives;
import app.candor.faq.Questions;
import app.candor.incident.Accounts;
import app.candor.incident.Facts;
import app.candor.incident.Incidents;
import app.candor.incident.Stage;
import app.candor.incident.Timeline;
import app.candor.incident.playbook.Playbooks;
import app.candor.prosemirror.ReplaceStep;
import app.candor.prosemirror.Slice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The desks at which the story is told, with the steps that every text takes on its way out. */
@PartOfTheStory
class Desks {
    final Incidents incidents;
    final Facts facts;
    final Accounts accounts;
    final Timeline timeline;
    final CommsPlans plans;
    final Playbooks playbooks;
    final Library library;
    private final Labels labels;
    final Copies copies;
    final Questions questions;
    private final Negatives negatives;
    private final Texts texts;
    private final Drafts drafts;
    private final FirstNotices notices;
    private final Submissions submissions;
    private final Signing signing;
    private final Cast cast;

    Desks(
            Incidents incidents,
            Facts facts,
            Accounts accounts,
            Timeline timeline,
            CommsPlans plans,
            Playbooks playbooks,
            Library library,
            Labels labels,
            Copies copies,
            Questions questions,
            Negatives negatives,
            Texts texts,
            Drafts drafts,
            FirstNotices notices,
            Submissions submissions,
            Signing signing,
            Cast cast) {
        this.incidents = incidents;
        this.facts = facts;
        this.accounts = accounts;
        this.timeline = timeline;
        this.plans = plans;
        this.playbooks = playbooks;
        this.library = library;
        this.labels = labels;
        this.copies = copies;
        this.questions = questions;
        this.negatives = negatives;
        this.texts = texts;
        this.drafts = drafts;
        this.notices = notices;
        this.submissions = submissions;
        this.signing = signing;
        this.cast = cast;
    }

    /** Replaces the words of a text in the name of a person. */
    void write(String textId, DemoPerson writer, String shorthand) {
        var words = Prose.document(shorthand);
        texts.edit(
                textId,
                writer.sub(),
                doc ->
                        List.of(
                                new ReplaceStep(
                                        0,
                                        doc.content().size(),
                                        new Slice(words.content(), 0, 0),
                                        false)));
    }

    Draft begin(DraftKind kind, String incident, String subject, String shorthand) {
        return cast.as(
                DemoPerson.WRITER,
                () -> {
                    var draft = drafts.begin(NewDraft.of(kind, incident));
                    write(draft.textId(), DemoPerson.WRITER, shorthand);
                    return drafts.changeSubject(draft.id(), subject);
                });
    }

    /** A wording for a stage, signed in advance by all who sign at high severity. */
    void signInAdvance(Stage stage, Instant until, String subject) {
        var draft =
                cast.as(
                        DemoPerson.WRITER,
                        () -> {
                            var begun = notices.begin(DraftKind.STATUS_UPDATE, stage, until);
                            return drafts.changeSubject(begun.id(), subject);
                        });
        submit(draft.id());
        signHigh(draft.id());
    }

    Draft submit(String draft) {
        return cast.as(DemoPerson.WRITER, () -> submissions.submit(draft));
    }

    /** Signs one gate after a fresh login where the class asks for one. */
    void sign(String draft, String gate, DemoPerson signer) {
        cast.as(
                signer,
                () -> {
                    var now = drafts.get(draft);
                    if (signing.needsLogin(now)) {
                        cast.logInAgain(signer, signing.beginLogin(now, "/approvals"));
                    }
                    return signing.sign(draft, gate, seen(now));
                });
    }

    void signHigh(String draft) {
        sign(draft, "accuracy", DemoPerson.ENGINEER2);
        sign(draft, "clarity", DemoPerson.CSLEAD);
        sign(draft, "liability", DemoPerson.LEGAL);
        sign(draft, "authority-commander", DemoPerson.COMMANDER);
        sign(draft, "authority-leadership", DemoPerson.LEADER);
    }

    void signLow(String draft) {
        sign(draft, "accuracy", DemoPerson.ENGINEER2);
        sign(draft, "clarity", DemoPerson.CSLEAD);
    }

    void release(String draft) {
        cast.as(DemoPerson.SUPPORT, () -> drafts.release(draft, seen(drafts.get(draft))));
    }

    /** A staff update, begun six minutes before it leaves. */
    void staffUpdate(String incident, StoryClock clock, Instant at, String subject, String words) {
        clock.turnTo(at.minus(Duration.ofMinutes(6)));
        var draft = begin(DraftKind.STAFF_UPDATE, incident, subject, words);
        submit(draft.id());
        clock.turnTo(at.minus(Duration.ofMinutes(2)));
        sign(draft.id(), "accuracy", DemoPerson.ENGINEER2);
        clock.turnTo(at);
        release(draft.id());
    }

    /** Ticks steps of the playbooks, such as {@code documentation/2}. */
    void tick(String incident, DemoPerson by, String... steps) {
        for (var step : steps) {
            cast.as(by, () -> playbooks.done(incident, step));
        }
    }

    /** A question with its answer, signed and released. */
    void answer(
            @Nullable String incident,
            String question,
            String shorthand,
            String doNotSay,
            boolean high,
            List<String> wordings,
            String product) {
        var entry =
                cast.as(
                        DemoPerson.WRITER,
                        () -> library.add(question, incident, doNotSay, !doNotSay.isEmpty()));
        if (incident != null) {
            cast.as(DemoPerson.ENGINEER, () -> nothingElseAffected(incident));
        }
        cast.as(DemoPerson.WRITER, () -> labels.sort(entry.id(), List.of(product)));
        finish(entry, shorthand, high, wordings);
    }

    /** What was asked of the incident and was not affected, with what that stands on. */
    private void nothingElseAffected(String incident) {
        for (var asked : negatives.unanswered(incident)) {
            negatives.answer(
                    incident,
                    asked.key(),
                    false,
                    "Write log and checksums of the last 24 hours compared: no difference");
        }
    }

    /** The next answer of an entry, signed and released. */
    void changeAnswer(String entry, String shorthand) {
        finish(cast.as(DemoPerson.WRITER, () -> library.write(entry)), shorthand, false, List.of());
    }

    private void finish(Entry entry, String shorthand, boolean high, List<String> wordings) {
        var draft = java.util.Objects.requireNonNull(entry.draft());
        cast.as(
                DemoPerson.WRITER,
                () -> {
                    write(drafts.get(draft).textId(), DemoPerson.WRITER, shorthand);
                    wordings.forEach(wording -> library.alsoAskedAs(entry.id(), wording));
                });
        submit(draft);
        if (high) {
            signHigh(draft);
        } else {
            signLow(draft);
        }
        release(draft);
    }

    private static Seen seen(Draft draft) {
        var review = draft.review().orElseThrow();
        return new Seen(review.number(), review.hash());
    }

    /** Facts by key, each confirmed by the person with its source. */
    void confirm(
            String incident,
            DemoPerson by,
            Map<app.candor.incident.FactKey, String> values,
            String source) {
        cast.as(
                by,
                () -> values.forEach((key, value) -> facts.confirm(incident, key, value, source)));
    }
}
