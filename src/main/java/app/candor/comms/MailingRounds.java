package app.candor.comms;

import app.candor.audit.Told;
import app.candor.delivery.DeliveryChanged;
import app.candor.delivery.MailAddress;
import app.candor.delivery.MailAttachment;
import app.candor.delivery.Outbox;
import app.candor.delivery.OutgoingMail;
import app.candor.incident.customers.Customers;
import app.candor.incident.customers.Telling;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Hands the messages of a mailing to the outbox part by part, and records which accounts were told
 * once the mail server took theirs. Every step may be repeated: messages have the id of mailing and
 * recipient, records that of their batch.
 */
@Component
class MailingRounds {
    private static final int PART = 200;

    private final DirectMails mailings;
    private final DraftStore drafts;
    private final Revisions revisions;
    private final Occasions occasions;
    private final DraftFiles files;
    private final TextPdfs pdfs;
    private final Outbox outbox;
    private final Customers customers;
    private final Clock clock;

    MailingRounds(
            DirectMails mailings,
            DraftStore drafts,
            Revisions revisions,
            Occasions occasions,
            DraftFiles files,
            TextPdfs pdfs,
            Outbox outbox,
            Customers customers,
            Clock clock) {
        this.mailings = mailings;
        this.drafts = drafts;
        this.revisions = revisions;
        this.occasions = occasions;
        this.files = files;
        this.pdfs = pdfs;
        this.outbox = outbox;
        this.customers = customers;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT2S", initialDelayString = "PT5S")
    void round() {
        for (var mailing : mailings.open()) {
            round(mailing);
        }
    }

    /** A message that was given up and asked for again has left. */
    @EventListener
    void on(Told<DeliveryChanged> told) {
        var parts = told.event().id().split(":");
        if (parts.length == 3
                && parts[0].equals("mailing")
                && told.event().action().equals("sent")) {
            mailings.find(parts[1])
                    .filter(mailing -> !mailing.open())
                    .ifPresent(mailing -> mailings.change(mailing.id(), Mailing::again));
        }
    }

    private void round(Mailing mailing) {
        var revision = revisions.get(mailing.hash());
        var left = outbox.states(mailing.prefix());
        if (!mailing.paused() && left.waiting() < PART) {
            post(mailing, revision);
        }
        record(mailing, revision, left.sent(), true);
        record(mailing, revision, left.failed(), false);
    }

    private void post(Mailing mailing, Revision revision) {
        var recipients = revision.audience().recipients();
        var end = Math.min(recipients.size(), mailing.posted() + PART);
        if (mailing.posted() == end) {
            return;
        }
        var attached = new ArrayList<MailAttachment>();
        var mark = mark(mailing);
        var shown = mark.isEmpty() ? revision : revision.ending(mark);
        pdfs.released(revision, shown)
                .map(bytes -> new MailAttachment("document.pdf", "application/pdf", bytes))
                .ifPresent(attached::add);
        attached.addAll(files.of(revision));
        var guarded = occasions.guarded(mailing.incident());
        for (var i = mailing.posted(); i < end; i++) {
            var to = recipients.get(i);
            var reading = Reading.of(shown, to);
            outbox.post(
                    new OutgoingMail(
                            mailing.message(i),
                            null,
                            List.of(new MailAddress(to.contact(), to.email())),
                            revision.subject(),
                            reading.plainText(),
                            reading.mailPage(),
                            attached,
                            mailing.incident(),
                            guarded,
                            revision.kind().label() + " to " + to.name()));
        }
        if (mailings.change(mailing.id(), latest -> latest.posted(end)).paused()) {
            outbox.hold(mailing.prefix(), true);
        }
    }

    private String mark(Mailing mailing) {
        return drafts.get(mailing.id()).state() instanceof DraftState.Released gone
                        && gone.emergency() != null
                ? gone.emergency().sentence()
                : "";
    }

    private void record(
            Mailing mailing, Revision revision, List<String> messages, boolean reached) {
        var recipients =
                messages.stream()
                        .map(id -> Integer.valueOf(id.substring(mailing.prefix().length())))
                        .toList();
        var now =
                mailings.change(
                        mailing.id(),
                        latest -> latest.recording(reached, latest.fresh(recipients, reached)));
        var batch = now.recording();
        if (batch == null) {
            return;
        }
        var incident = mailing.incident();
        if (incident != null) {
            customers.recordTold(
                    mailing.prefix() + batch.number() + (batch.reached() ? "" : ":failed"),
                    incident,
                    batch.recipients().stream()
                            .map(i -> revision.audience().recipients().get(i).account())
                            .toList(),
                    what(mailing, batch),
                    batch.reached()
                            ? "By e-mail: %s, version %d"
                                    .formatted(revision.subject(), revision.number())
                            : "The e-mail was given up: " + revision.subject(),
                    "incidents/%s/comms/%s"
                            .formatted(
                                    Objects.requireNonNull(revision.incidentKey()), mailing.id()),
                    mailing.by(),
                    clock.instant());
        }
        mailings.change(mailing.id(), Mailing::recorded);
    }

    private static Telling.What what(Mailing mailing, Mailing.Batch batch) {
        if (!batch.reached()) {
            return Telling.What.UNDELIVERED;
        }
        return mailing.resolved() ? Telling.What.RESOLVED : Telling.What.OPEN;
    }
}
