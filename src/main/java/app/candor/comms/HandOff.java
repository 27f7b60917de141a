package app.candor.comms;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.Guarded;
import app.candor.access.People;
import app.candor.access.Person;
import app.candor.audit.Told;
import app.candor.delivery.MailAddress;
import app.candor.delivery.MailAttachment;
import app.candor.delivery.Outbox;
import app.candor.delivery.OutgoingMail;
import app.candor.incident.Audience;
import app.candor.incident.Incident.Release.Means;
import app.candor.incident.Incidents;
import app.candor.notify.Inbox;
import java.time.Clock;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Passes a released revision on: external texts as a package to those who send them, internal ones
 * to their readers. The event's id keys every message, so a repeat posts nothing twice.
 */
@Component
class HandOff {
    private final DraftStore drafts;
    private final Revisions revisions;
    private final Occasions occasions;
    private final HandOffDesk desk;
    private final SignOffs signOffs;
    private final ReleaseProofs proofs;
    private final TextPdfs pdfs;
    private final DraftFiles files;
    private final Withholdings withholdings;
    private final ExtensionStore extensions;
    private final Outbox outbox;
    private final Inbox inbox;
    private final Incidents incidents;
    private final People people;
    private final Access access;
    private final Clock clock;

    HandOff(
            DraftStore drafts,
            Revisions revisions,
            Occasions occasions,
            HandOffDesk desk,
            SignOffs signOffs,
            ReleaseProofs proofs,
            TextPdfs pdfs,
            DraftFiles files,
            Withholdings withholdings,
            ExtensionStore extensions,
            Outbox outbox,
            Inbox inbox,
            Incidents incidents,
            People people,
            Access access,
            Clock clock) {
        this.drafts = drafts;
        this.revisions = revisions;
        this.occasions = occasions;
        this.desk = desk;
        this.signOffs = signOffs;
        this.proofs = proofs;
        this.pdfs = pdfs;
        this.files = files;
        this.withholdings = withholdings;
        this.extensions = extensions;
        this.outbox = outbox;
        this.inbox = inbox;
        this.incidents = incidents;
        this.people = people;
        this.access = access;
        this.clock = clock;
    }

    @EventListener
    void on(Told<DraftReleased> told) {
        var event = told.event();
        var draft = drafts.get(event.draft());
        if (!(draft.state() instanceof DraftState.Released gone)) {
            throw new IllegalStateException("Told of a release that did not happen");
        }
        var revision = revisions.get(event.hash());
        var guarded = occasions.guarded(draft.incident());
        switch (draft.kind()) {
            case CUSTOMER_EMAIL, STATUS_UPDATE, TECHNICAL_EXPLANATION ->
                    handOver(told.id(), draft, gone, revision, guarded);
            case STAFF_UPDATE -> tell(told.id(), draft, revision, people.all(), guarded);
            case LEADERSHIP_NOTE -> note(told.id(), draft, revision, guarded);
            case FAQ_ANSWER -> {}
        }
        meetClocks(draft, gone);
    }

    /** The withheld explanation is asked for: now it goes to those who send it. */
    @EventListener
    void onGivenOut(Told<Withholding.Changed> told) {
        if (!told.event().action().equals("explanation given out")) {
            return;
        }
        var draft = drafts.get(told.event().draft());
        if (draft.state() instanceof DraftState.Released gone) {
            post(
                    told.id(),
                    draft,
                    gone,
                    revisions.get(gone.hash()),
                    occasions.guarded(draft.incident()));
        }
    }

    /** The same revision for further accounts. */
    @EventListener
    void onExtended(Told<AudienceExtension.Extended> told) {
        if (!told.event().action().equals("audience extended")) {
            return;
        }
        var draft = drafts.get(told.event().draft());
        var extension = extensions.get(told.event().id());
        if (draft.state() instanceof DraftState.Released gone) {
            var revision = revisions.get(gone.hash());
            var audience =
                    new ResolvedAudience(
                            AudienceScope.SOME_ACCOUNTS, extension.label(), extension.recipients());
            post(told.id(), draft, gone, revision, audience, occasions.guarded(draft.incident()));
        }
    }

    private void handOver(
            String event,
            Draft draft,
            DraftState.Released gone,
            Revision revision,
            Guarded guarded) {
        var withheld = withholdings.of(draft.id()).filter(Withholding::holds);
        if (withheld.isPresent()) {
            inbox.tell(
                    event,
                    desk.of(guarded).stream().map(Person::id).toList(),
                    "Technical explanation is ready and withheld until a customer asks",
                    "incidents/" + revision.incidentKey() + "/comms/" + draft.id());
            return;
        }
        post(event, draft, gone, revision, guarded);
    }

    private void post(
            String event,
            Draft draft,
            DraftState.Released gone,
            Revision revision,
            Guarded guarded) {
        post(event, draft, gone, revision, revision.audience(), guarded);
    }

    private void post(
            String event,
            Draft draft,
            DraftState.Released gone,
            Revision revision,
            ResolvedAudience audience,
            Guarded guarded) {
        var used = gone.emergency();
        var shown = used == null ? revision : revision.ending(used.sentence());
        var all =
                HandOffFiles.files(
                        revision,
                        shown,
                        audience,
                        files.of(revision),
                        pdfs.released(revision, shown),
                        signOffs.pdf(draft, gone, revision, clock.instant()),
                        proofs.enclosed(draft, gone));
        for (var person : desk.of(guarded)) {
            outbox.post(
                    mail(
                            event + ":" + person.id(),
                            person,
                            (used == null ? "To send: " : "EMERGENCY RELEASE, to send: ")
                                    + revision.subject(),
                            covering(revision, audience, gone)
                                    + (used == null
                                            ? ""
                                            : "\n" + used.sentence() + " " + used.reason() + "\n"),
                            "",
                            all,
                            revision,
                            guarded,
                            "Hand-off package"));
        }
    }

    private static String covering(
            Revision revision, ResolvedAudience audience, DraftState.Released gone) {
        return """
        %s, version %d, was released by %s and is ready to send.

        Audience: %s (audience.csv)
        Message: message.eml opens as a draft; message.txt holds the same words
        Sign-off: sign-off.pdf names who answers for it
        Hash of revision.json (SHA-256): %s
        Proof: release.json carries the portal's signature over all of this

        Please send it exactly as it is. A change needs a new version and new signatures.
        """
                .formatted(
                        revision.kind().label(),
                        revision.number(),
                        gone.byName(),
                        audience.label(),
                        revision.hash());
    }

    private void note(String event, Draft draft, Revision revision, Guarded guarded) {
        for (var to : revision.audience().recipients()) {
            people.all().stream()
                    .filter(person -> person.email().equals(to.email()))
                    .filter(person -> access.may(person, Act.READ, guarded))
                    .forEach(person ->
                            outbox.post(
                                    mail(
                                            event + ":" + person.id(),
                                            person,
                                            revision.subject(),
                                            HandOffFiles.text(revision),
                                            HandOffFiles.html(revision),
                                            files.of(revision),
                                            revision,
                                            guarded,
                                            "Leadership note")));
        }
        tell(event, draft, revision, people.holders(app.candor.access.Role.LEADERSHIP), guarded);
    }

    private void tell(
            String event, Draft draft, Revision revision, List<Person> to, Guarded guarded) {
        var readers =
                to.stream()
                        .filter(person -> access.may(person, Act.READ, guarded))
                        .map(Person::id)
                        .toList();
        inbox.tell(
                event,
                readers,
                draft.kind().label() + " released",
                "incidents/" + revision.incidentKey() + "/comms/" + draft.id());
    }

    private static OutgoingMail mail(
            String id,
            Person to,
            String subject,
            String text,
            String html,
            List<MailAttachment> files,
            Revision revision,
            Guarded guarded,
            String about) {
        return new OutgoingMail(
                id.replaceAll("[^A-Za-z0-9._:-]", "-"),
                null,
                List.of(new MailAddress(to.name(), to.email())),
                subject,
                text,
                html,
                files,
                revision.incident(),
                guarded,
                about);
    }

    private void meetClocks(Draft draft, DraftState.Released gone) {
        var incident = draft.incident();
        if (incident == null) {
            return;
        }
        switch (draft.kind()) {
            case CUSTOMER_EMAIL ->
                    incidents.recordRelease(
                            incident, Audience.CUSTOMERS, Means.MESSAGE, gone.at(), null);
            case STATUS_UPDATE ->
                    incidents.recordRelease(
                            incident, Audience.CUSTOMERS, Means.STATUS_PAGE, gone.at(), null);
            case STAFF_UPDATE ->
                    incidents.recordRelease(
                            incident, Audience.STAFF, Means.MESSAGE, gone.at(), null);
            case TECHNICAL_EXPLANATION, LEADERSHIP_NOTE, FAQ_ANSWER -> {}
        }
    }
}
