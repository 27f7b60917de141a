package app.candor.notify;

import app.candor.access.People;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Service;

/** Everybody's inbox. A person reads only their own. */
@Service
public class Inbox {
    private final MongoTemplate mongo;
    private final People people;
    private final LivePages pages;
    private final ApplicationEventPublisher listeners;
    private final Clock clock;

    Inbox(
            MongoTemplate mongo,
            People people,
            LivePages pages,
            ApplicationEventPublisher listeners,
            Clock clock) {
        this.mongo = mongo;
        this.people = people;
        this.pages = pages;
        this.listeners = listeners;
        this.clock = clock;
        mongo.indexOps(Notice.class)
                .createIndex(
                        new Index()
                                .on("recipient", Sort.Direction.ASC)
                                .on("at", Sort.Direction.DESC));
    }

    /** As {@link #tell(String, Collection, String, String, Urgency)}, for what only changed. */
    public void tell(String event, Collection<String> recipients, String title, String link) {
        tell(event, recipients, title, link, Urgency.TOLD);
    }

    /**
     * Tells each recipient once.
     *
     * @param event id of the event that causes it: the same event tells nobody twice
     * @param title no content of a restricted incident
     * @param link a path in the portal
     */
    public void tell(
            String event,
            Collection<String> recipients,
            String title,
            String link,
            Urgency urgency) {
        for (var recipient : recipients) {
            var id = event + ":" + recipient;
            if (mongo.findById(id, Notice.class) == null) {
                give(new Notice(id, recipient, title, link, clock.instant(), null, urgency));
            }
        }
    }

    private void give(Notice notice) {
        people.find(notice.recipient())
                .ifPresent(person -> listeners.publishEvent(new NoticeGiven(notice, person)));
        mongo.save(notice);
        pages.changed("inbox:" + notice.recipient());
    }

    /** Mine, newest first. */
    public List<Notice> latest(int limit) {
        return mongo.find(
                mine().with(Sort.by(Sort.Direction.DESC, "at")).limit(limit), Notice.class);
    }

    /** How many of mine are unread. */
    public long unread() {
        return mongo.count(
                Query.query(
                        Criteria.where("recipient")
                                .is(people.current().id())
                                .and("readAt")
                                .isNull()),
                Notice.class);
    }

    /** Marks mine as read. */
    public void readAll() {
        mongo.updateMulti(
                mine().addCriteria(Criteria.where("readAt").isNull()),
                Update.update("readAt", clock.instant()),
                Notice.class);
        pages.changed("inbox:" + people.current().id());
    }

    private Query mine() {
        return Query.query(Criteria.where("recipient").is(people.current().id()));
    }
}
