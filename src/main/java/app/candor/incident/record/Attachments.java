package app.candor.incident.record;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.NotFound;
import app.candor.access.Refused;
import app.candor.audit.AggregateStore;
import app.candor.audit.AggregateStores;
import app.candor.audit.Change;
import app.candor.incident.Incidents;
import app.candor.incident.RefusedActs;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.bson.conversions.Bson;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.stereotype.Service;

/** The desk for files that belong to an incident: charts, logs, what customers sent. */
@Service
public class Attachments {
    /** Largest file, in bytes. */
    public static final int MOST_BYTES = 20 * 1024 * 1024;

    private static final int MOST_FILES = 200;

    private final AggregateStore<Attachment> store;
    private final FilePieces pieces;
    private final Incidents incidents;
    private final Access access;
    private final RefusedActs refused;
    private final Clock clock;

    Attachments(
            AggregateStores stores,
            MongoTemplate mongo,
            FilePieces pieces,
            Incidents incidents,
            Access access,
            RefusedActs refused,
            Clock clock) {
        this.store = stores.of("attachments", Attachment.class);
        this.pieces = pieces;
        this.incidents = incidents;
        this.access = access;
        this.refused = refused;
        this.clock = clock;
        mongo.indexOps("attachments")
                .createIndex(new Index().on("state.incidentId", Sort.Direction.ASC));
    }

    /**
     * Newest first.
     *
     * @throws NotFound if the current person may not read the incident
     */
    public List<Attachment> of(String incidentId) {
        access.require(Act.READ, incidents.guarded(incidentId));
        return store.where(there(incidentId), Sorts.descending("state.at"), 0);
    }

    /** How many there are. The caller asks for access. */
    public long count(String incidentId) {
        return store.count(there(incidentId));
    }

    /**
     * @param name as the file is called; a path in it is dropped
     * @param content at most {@link #MOST_BYTES}
     * @throws Refused if it is empty, too large, or of another type than its name says
     */
    public Attachment attach(String incidentId, String name, byte[] content) {
        return refused.recorded(
                incidentId,
                Act.WRITE_DOCUMENT,
                () -> {
                    var person = access.require(Act.WRITE_DOCUMENT, incidents.guarded(incidentId));
                    var plain = FileName.plain(name);
                    var type = checked(incidentId, plain, content);
                    var id = UUID.randomUUID().toString();
                    var hash = pieces.store(content);
                    var attachment =
                            new Attachment(
                                    id,
                                    incidentId,
                                    plain,
                                    type,
                                    content.length,
                                    hash,
                                    person.id(),
                                    clock.instant(),
                                    false);
                    return store.insert(
                            id,
                            Change.of(
                                    attachment,
                                    new Attachment.AttachmentChanged(
                                            incidentId, hash, "attached")));
                });
    }

    /**
     * @throws NotFound if there is none, or the current person may not read its incident
     */
    public byte[] content(String id) {
        var attachment = store.get(id);
        access.require(Act.READ, incidents.guarded(attachment.incidentId()));
        if (attachment.removed()) {
            throw new NotFound();
        }
        return pieces.read(attachment.sha256(), attachment.size());
    }

    /** Takes it off the list; the log keeps that it was there. */
    public void remove(String id) {
        var incidentId = store.get(id).incidentId();
        refused.recorded(
                incidentId,
                Act.WRITE_DOCUMENT,
                () -> {
                    access.require(Act.WRITE_DOCUMENT, incidents.guarded(incidentId));
                    return store.change(
                            id,
                            one ->
                                    one.removed()
                                            ? Change.of(one)
                                            : Change.of(
                                                    one.gone(),
                                                    new Attachment.AttachmentChanged(
                                                            incidentId, one.sha256(), "removed")));
                });
    }

    private FileType checked(String incidentId, String name, byte[] content) {
        if (content.length == 0) {
            throw new Refused("The file is empty.");
        }
        if (content.length > MOST_BYTES) {
            throw new Refused(
                    "The file has "
                            + content.length / 1024 / 1024
                            + " MB; at most "
                            + MOST_BYTES / 1024 / 1024
                            + " MB can be attached.");
        }
        if (count(incidentId) >= MOST_FILES) {
            throw new Refused("An incident holds at most " + MOST_FILES + " files. Remove one.");
        }
        return FileType.of(name, content)
                .orElseThrow(() ->
                        new Refused(
                                "This file is not what its name says, or of a kind that is"
                                        + " not taken. PDF, PNG, JPEG, GIF, ZIP, GZ and"
                                        + " plain text can be attached."));
    }

    private static Bson there(String incidentId) {
        return Filters.and(
                Filters.eq("state.incidentId", incidentId), Filters.eq("state.removed", false));
    }
}
