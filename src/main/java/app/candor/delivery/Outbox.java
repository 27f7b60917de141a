package app.candor.delivery;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.Guarded;
import app.candor.access.NotFound;
import app.candor.access.Refused;
import app.candor.audit.AggregateStore;
import app.candor.audit.AggregateStores;
import app.candor.audit.Change;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Service;

/** The desk where messages are posted, looked at, retried and paused. */
@Service
public class Outbox {
    static final String COLLECTION = "deliveries";

    private final AggregateStore<Delivery> store;
    private final MailContent content;
    private final Access access;
    private final DeliverySettings settings;
    private final ObjectProvider<JavaMailSender> mailServer;
    private final Clock clock;

    Outbox(
            AggregateStores stores,
            MongoTemplate mongo,
            MailContent content,
            Access access,
            DeliverySettings settings,
            ObjectProvider<JavaMailSender> mailServer,
            Clock clock) {
        this.store = stores.of(COLLECTION, Delivery.class);
        this.content = content;
        this.access = access;
        this.settings = settings;
        this.mailServer = mailServer;
        this.clock = clock;
        var index = mongo.indexOps(COLLECTION);
        index.createIndex(new Index().on("state.state.due", Sort.Direction.ASC));
        index.createIndex(new Index().on("state.postedAt", Sort.Direction.DESC));
    }

    /**
     * Takes the message over: once this returns, it is stored and will be sent. Asks nobody; the
     * caller has checked that it may leave.
     *
     * @return the delivery; the one that exists where the id was posted before, whatever it carries
     */
    public Delivery post(OutgoingMail mail) {
        var before = store.find(mail.id());
        if (before.isPresent()) {
            return before.get();
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var messageId = Eml.messageId(mail.id(), settings.domain());
        var from = mail.from() == null ? settings.from() : mail.from();
        var bytes = Eml.of(mail, from, messageId, now);
        var sha256 = Eml.sha256(bytes);
        content.keep(sha256, bytes);
        var canSend = mailServer.getIfAvailable() != null;
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
                        mail.attachments().stream().map(MailAttachment::name).toList(),
                        sha256,
                        bytes.length,
                        now,
                        settings.attempts(),
                        canSend ? new DeliveryState.Queued(now) : new DeliveryState.Kept(now),
                        List.of());
        var told =
                new DeliveryChanged(
                        mail.id(), mail.incident(), canSend ? "queued" : "kept", 0, sha256);
        try {
            return store.insert(mail.id(), Change.of(delivery, told));
        } catch (DuplicateKeyException postedMeanwhile) {
            return store.get(mail.id());
        }
    }

    /** Whether a mail server is configured at all. */
    public boolean canSend() {
        return mailServer.getIfAvailable() != null;
    }

    /** For the module that posted it; asks nobody. */
    public Optional<Delivery> find(String id) {
        return store.find(id);
    }

    /**
     * What the reader may see, newest first.
     *
     * @param limit at most this many are looked through
     * @throws Refused if their role sees no deliveries at all
     */
    public List<Delivery> visible(int limit) {
        access.require(Act.SEE_DELIVERIES, Guarded.open());
        return store.where(Filters.empty(), Sorts.descending("state.postedAt"), limit).stream()
                .filter(delivery -> access.may(Act.SEE_DELIVERIES, delivery.guarded()))
                .toList();
    }

    /**
     * @throws NotFound if there is none for this person
     * @throws Refused if their role sees no deliveries
     */
    public Delivery get(String id) {
        access.require(Act.SEE_DELIVERIES, Guarded.open());
        var delivery = store.get(id);
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
        return store.change(id, delivery -> delivery.retryNow(clock.instant()));
    }

    /**
     * Stops further attempts until somebody asks for one.
     *
     * @throws Refused without the role, or unless it waits for an attempt
     */
    public Delivery pause(String id) {
        access.require(Act.STEER_DELIVERIES, get(id).guarded());
        return store.change(id, delivery -> delivery.pause(clock.instant()));
    }
}
