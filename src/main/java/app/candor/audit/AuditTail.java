package app.candor.audit;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * What happened since one last looked, on whatever node: every event passes the log under a number
 * without gaps, so a node that keeps something in memory asks here what to read again.
 */
@Component
public class AuditTail {
    private final MongoCollection<Document> chain;

    AuditTail(MongoTemplate mongo) {
        this.chain = mongo.getCollection("audit_chain");
    }

    /**
     * One event, as little of it as says what to read again.
     *
     * @param number in the log
     * @param incident id; null where it belongs to none
     */
    public record Happened(long number, String action, String subject, @Nullable String incident) {}

    /** The number of the newest event; 0 in an empty log. */
    public long head() {
        var head = chain.find().sort(Sorts.descending("_id")).first();
        return head == null ? 0 : head.getLong("_id");
    }

    /**
     * Events after that number, oldest first.
     *
     * @param limit at most this many
     */
    public List<Happened> after(long number, int limit) {
        var found = new ArrayList<Happened>();
        var fields = Projections.include("action", "subject", "incident");
        for (var document :
                chain.find(Filters.gt("_id", number))
                        .sort(Sorts.ascending("_id"))
                        .limit(limit)
                        .projection(fields)) {
            found.add(
                    new Happened(
                            document.getLong("_id"),
                            document.getString("action"),
                            document.getString("subject"),
                            document.getString("incident")));
        }
        return found;
    }
}
