package app.candor.notify;

import app.candor.access.People;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Service;

/** How each person wants to hear of notices besides the inbox. A person changes only their own. */
@Service
public class NoticeSettings {
    private static final String COLLECTION = "notice_settings";

    private final MongoTemplate mongo;
    private final People people;

    NoticeSettings(MongoTemplate mongo, People people) {
        this.mongo = mongo;
        this.people = people;
    }

    /** Which notices come by mail as well. */
    public enum Mail {
        NONE("None"),
        ESCALATED("What is late or was passed on to me"),
        ASKED("What waits for me, and what is late"),
        ALL("All notices");

        private final String label;

        Mail(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        boolean takes(Urgency urgency) {
            return switch (this) {
                case NONE -> false;
                case ESCALATED -> urgency == Urgency.ESCALATED;
                case ASKED -> urgency != Urgency.TOLD;
                case ALL -> true;
            };
        }
    }

    /** Somebody's choice. */
    record Chosen(@Id String person, Mail mail, boolean browser) {}

    /** Mine; what is late by mail and no browser notices until something else is chosen. */
    public Mail mail() {
        return of(people.current().id()).mail();
    }

    /** Whether this person's browser shows notices while a page of the portal is open. */
    public boolean browser() {
        return of(people.current().id()).browser();
    }

    public void choose(Mail mail, boolean browser) {
        mongo.save(new Chosen(people.current().id(), mail, browser), COLLECTION);
    }

    /** Whether this notice goes by mail to its recipient. */
    public boolean byMail(Notice notice) {
        var urgency = notice.urgency();
        return of(notice.recipient()).mail().takes(urgency == null ? Urgency.TOLD : urgency);
    }

    private Chosen of(String person) {
        @Nullable Chosen chosen = mongo.findById(person, Chosen.class, COLLECTION);
        return chosen == null ? new Chosen(person, Mail.ESCALATED, false) : chosen;
    }
}
