package app.candor.audit;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * Moves owed events to the audit log and to listeners, then clears them. At once after the write,
 * and again by {@link LeftoverDelivery} if something was in the way.
 */
@Component
class EventRelay {
    private static final Logger log = LoggerFactory.getLogger(EventRelay.class);

    private final MongoTemplate mongo;
    private final AuditLog audit;
    private final ApplicationEventPublisher listeners;

    EventRelay(MongoTemplate mongo, AuditLog audit, ApplicationEventPublisher listeners) {
        this.mongo = mongo;
        this.audit = audit;
        this.listeners = listeners;
    }

    /** False if something was in the way: what comes after it waits, too. */
    boolean deliver(String collection, String aggregate, List<Document> owed) {
        for (var document : owed) {
            try {
                deliver(told(document));
                clear(collection, aggregate, document.getString("id"));
            } catch (RuntimeException failure) {
                log.warn(
                        "Event {} of {} stays owed and is delivered again: {}",
                        document.getString("id"),
                        collection,
                        failure.getClass().getName());
                return false;
            }
        }
        return true;
    }

    /** Of an owed event, the incident that it belongs to; null for none. */
    @Nullable String incidentOf(Document owed) {
        return told(owed).event().incident();
    }

    private void deliver(Told<?> told) {
        audit.append(
                told.id(),
                told.at(),
                told.actor(),
                told.event().action(),
                told.event().subject(),
                told.event().incident(),
                told.event().facts());
        listeners.publishEvent(told);
    }

    private Told<?> told(Document document) {
        var event =
                mongo.getConverter().read(DomainEvent.class, document.get("event", Document.class));
        return new Told<>(
                document.getString("id"),
                document.getDate("at").toInstant(),
                document.getString("actor"),
                event);
    }

    private void clear(String collection, String aggregate, String event) {
        var documents = mongo.getCollection(collection);
        documents.updateOne(
                Filters.eq("_id", aggregate), Updates.pull("owed", new Document("id", event)));
        documents.updateOne(
                Filters.and(Filters.eq("_id", aggregate), Filters.size("owed", 0)),
                Updates.set("owes", false));
    }
}
