package app.candor.delivery;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.Guarded;
import app.candor.access.NotFound;
import app.candor.access.Refused;
import app.candor.audit.Change;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The desk where messages are posted, looked at, retried and paused. */
@Service
public class Outbox {
    /** Topic of open pages that show deliveries, see {@code LivePages}. */
    public static final String TOPIC = "deliveries";

    private final Deliveries deliveries;
    private final MailContent content;
    private final Access access;
    private final DeliverySettings settings;
    private final MailServer server;
    private final Clock clock;

    Outbox(
            Deliveries deliveries,
            MailContent content,
            Access access,
            DeliverySettings settings,
            MailServer server,
            Clock clock) {
        this.deliveries = deliveries;
        this.content = content;
        this.access = access;
        this.settings = settings;
        this.server = server;
        this.clock = clock;
    }

    /**
     * Takes the message over: once this returns, it is stored and will be sent. Asks nobody; the
     * caller has checked that it may leave.
     *
     * @return the delivery; the one that exists where the id was posted before, whatever it carries
     */
    public Delivery post(OutgoingMail mail) {
        var before = deliveries.find(mail.id());
        if (before.isPresent()) {
            return before.get();
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var messageId = Eml.messageId(mail.id(), settings.domain());
        var from = mail.from() == null ? settings.from() : mail.from();
        var bytes = Eml.of(mail, from, messageId, now);
        var sha256 = Eml.sha256(bytes);
        content.keep(sha256, bytes);
        var canSend = server.isConfigured();
        var delivery =
                new Delivery(
                        mail.id(),
                        mail.about(),
                        mail.incident(),
                        mail.guarded(),
                        messageId,
                        from,
                        mail.to(),
                        mail.subject(),
                        mail.attachments().stream()
                                .filter(file -> !file.inline())
                                .map(MailAttachment::name)
                                .toList(),
                        sha256,
                        bytes.length,
                        now,
                        settings.attempts(),
                        canSend ? new DeliveryState.Queued(now) : new DeliveryState.Kept(now),
                        List.of());
        var told =
                new DeliveryChanged(
                        mail.id(), mail.incident(), canSend ? "queued" : "kept", 0, sha256);
        return deliveries.add(delivery, told);
    }

    /** Whether a mail server is configured at all. */
    public boolean canSend() {
        return server.isConfigured();
    }

    /** For the module that posted it; asks nobody. */
    public Optional<Delivery> find(String id) {
        return deliveries.find(id);
    }

    /**
     * Where the messages stand that one poster numbered.
     *
     * @param waiting how many have neither left nor been given up
     * @param sent ids of those that the mail server took
     * @param failed ids of those that were given up
     */
    public record States(int waiting, List<String> sent, List<String> failed) {}

    /**
     * For the module that posted them; asks nobody.
     *
     * @param prefix of their ids, ending with a colon
     */
    public States states(String prefix) {
        var all = deliveries.withPrefix(prefix);
        var sent = ids(all, DeliveryState.Sent.class);
        var failed = ids(all, DeliveryState.Failed.class);
        return new States(all.size() - sent.size() - failed.size(), sent, failed);
    }

    /**
     * Stops all of them that have not left, or lets those go on that were stopped; for the module
     * that posted them.
     *
     * @param prefix of their ids, ending with a colon
     */
    public void hold(String prefix, boolean stop) {
        for (var one : deliveries.withPrefix(prefix)) {
            deliveries.change(
                    one.id(),
                    latest -> {
                        if (stop && latest.canPause()) {
                            return latest.pause(clock.instant());
                        }
                        return !stop && latest.state() instanceof DeliveryState.Paused
                                ? latest.retryNow(clock.instant())
                                : Change.of(latest);
                    });
        }
    }

    private static List<String> ids(List<Delivery> all, Class<? extends DeliveryState> state) {
        return all.stream().filter(one -> state.isInstance(one.state())).map(Delivery::id).toList();
    }

    /**
     * What the reader may see, newest first.
     *
     * @param limit at most this many are looked through
     * @throws Refused if their role sees no deliveries at all
     */
    public List<Delivery> visible(int limit) {
        access.require(Act.SEE_DELIVERIES, Guarded.open());
        return deliveries.newest(limit).stream()
                .filter(delivery -> access.may(Act.SEE_DELIVERIES, delivery.guarded()))
                .toList();
    }

    /**
     * @throws NotFound if there is none for this person
     * @throws Refused if their role sees no deliveries
     */
    public Delivery get(String id) {
        access.require(Act.SEE_DELIVERIES, Guarded.open());
        var delivery = deliveries.get(id);
        access.require(Act.SEE_DELIVERIES, delivery.guarded());
        return delivery;
    }

    /**
     * The message as an {@code .eml} file: as it leaves, or as a draft to send by hand while it is
     * kept here.
     *
     * @throws NotFound if there is none for this person
     */
    public byte[] eml(String id) {
        var delivery = get(id);
        var bytes = content.read(delivery.sha256(), delivery.size());
        return delivery.state() instanceof DeliveryState.Kept ? Eml.draft(bytes) : bytes;
    }

    /** Whether the reader may retry and pause this one. */
    public boolean maySteer(Delivery delivery) {
        return access.may(Act.STEER_DELIVERIES, delivery.guarded());
    }

    /**
     * Queues another attempt at once, one more than allowed if need be.
     *
     * @throws Refused without the role, without a mail server, or if it is on its way already
     */
    public Delivery retryNow(String id) {
        access.require(Act.STEER_DELIVERIES, get(id).guarded());
        if (!canSend()) {
            throw new Refused("No mail server is configured. Download the message to send it.");
        }
        return deliveries.change(id, delivery -> delivery.retryNow(clock.instant()));
    }

    /**
     * Stops further attempts until somebody asks for one.
     *
     * @throws Refused without the role, or unless it waits for an attempt
     */
    public Delivery pause(String id) {
        access.require(Act.STEER_DELIVERIES, get(id).guarded());
        return deliveries.change(id, delivery -> delivery.pause(clock.instant()));
    }
}
