package app.candor.pager;

import app.candor.audit.AggregateStore;
import app.candor.audit.AggregateStores;
import app.candor.audit.Change;
import app.candor.notify.Notice;
import app.candor.notify.NoticeGiven;
import app.candor.notify.Urgency;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Queues a call for each notice that waits for somebody or is late, where there is a pager. */
@Component
class PagerCalls {
    private static final String COLLECTION = "pager_calls";

    private final AggregateStore<PagerCall> store;
    private final PagerSettings settings;
    private final JsonMapper json;
    private final Clock clock;

    PagerCalls(
            AggregateStores stores,
            MongoTemplate mongo,
            PagerSettings settings,
            JsonMapper json,
            Clock clock) {
        this.store = stores.of(COLLECTION, PagerCall.class);
        this.settings = settings;
        this.json = json;
        this.clock = clock;
        mongo.indexOps(COLLECTION).createIndex(new Index().on("state.due", Sort.Direction.ASC));
    }

    @EventListener
    void on(NoticeGiven given) {
        var notice = given.notice();
        if (settings.url() == null
                || notice.urgency() == null
                || notice.urgency() == Urgency.TOLD) {
            return;
        }
        var call =
                PagerCall.of(
                        notice.id(), body(given), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        try {
            store.insert(call.id(), Change.of(call));
        } catch (DuplicateKeyException calledBefore) {
            return;
        }
    }

    /** Those that a node may take, longest due first. */
    List<PagerCall> due(Instant now, int limit) {
        return store.where(
                Filters.lte("state.due", Date.from(now)), Sorts.ascending("state.due"), limit);
    }

    PagerCall claim(String id, Duration lease) {
        return store.change(id, call -> call.claim(lease, now()));
    }

    void record(PagerCall mine, boolean taken) {
        store.change(
                mine.id(), call -> call.tried(mine.attempts(), taken, settings.attempts(), now()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private String body(NoticeGiven given) {
        var notice = given.notice();
        var to = given.recipient();
        var recipient = new LinkedHashMap<String, String>();
        recipient.put("id", to.id());
        recipient.put("name", to.name());
        recipient.put("email", to.email());
        var data = new LinkedHashMap<String, Object>();
        data.put("title", notice.title());
        data.put("recipient", recipient);
        data.put("link", link(notice));
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "notice." + name(notice));
        body.put("timestamp", notice.at().truncatedTo(ChronoUnit.MILLIS).toString());
        body.put("data", data);
        return json.writeValueAsString(body);
    }

    private static String name(Notice notice) {
        return Objects.requireNonNull(notice.urgency()) == Urgency.ESCALATED
                ? "escalated"
                : "asked";
    }

    private String link(Notice notice) {
        return settings.portal().isEmpty()
                ? notice.link()
                : settings.portal() + "/" + notice.link().replaceAll("^/+", "");
    }
}
