package app.candor.demo.story;

import app.candor.demo.DemoPerson;
import app.candor.notify.Inbox;
import java.time.Duration;
import java.util.List;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Tells the story into a fresh database, once. */
@PartOfTheStory
class DemoStory {
    private static final Logger log = LoggerFactory.getLogger(DemoStory.class);
    private static final String MARKER = "demo_story";
    private static final String ID = "told";

    private final MongoTemplate mongo;
    private final StoryClock clock;
    private final Cast cast;
    private final Inbox inbox;
    private final List<Chapter> chapters;

    DemoStory(
            MongoTemplate mongo, StoryClock clock, Cast cast, Inbox inbox, List<Chapter> chapters) {
        this.mongo = mongo;
        this.clock = clock;
        this.cast = cast;
        this.inbox = inbox;
        this.chapters = chapters;
    }

    @EventListener
    @Order(0)
    void tell(ApplicationReadyEvent started) {
        var known = mongo.findById(ID, Document.class, MARKER);
        if (known == null) {
            mongo.save(new Document("_id", ID).append("whole", false), MARKER);
            tellAll();
            mongo.save(new Document("_id", ID).append("whole", true), MARKER);
        } else if (!known.getBoolean("whole", false)) {
            log.warn(
                    "The first start was stopped while the demo was being written, so it is"
                            + " incomplete. Delete the data folder for a whole one.");
        }
    }

    private void tellAll() {
        var now = clock.instant();
        try {
            cast.enter();
            for (var chapter : chapters) {
                chapter.tell(now, clock);
            }
        } finally {
            clock.back();
        }
        for (var person : DemoPerson.values()) {
            cast.as(person, inbox::readAll);
        }
        log.info("The demo's story was told in {}", Duration.between(now, clock.instant()));
    }
}
