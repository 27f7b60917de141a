package app.candor.shell.ui;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** When a person last looked at home, so that it can say what happened since. */
@Component
class LastLooks {
    /** Coming back sooner is the same look: a reload does not empty the list. */
    private static final Duration SAME_LOOK = Duration.ofMinutes(10);

    private final MongoTemplate mongo;
    private final Clock clock;

    LastLooks(MongoTemplate mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    /**
     * @param id person id
     * @param at latest time on home
     * @param before end of the look before this one; null for a first look
     */
    record HomeLook(String id, Instant at, @Nullable Instant before) {}

    /**
     * Notes that the person looks now.
     *
     * @return when they last looked before; null if never
     */
    @Nullable Instant look(String person) {
        var now = clock.instant();
        var last = mongo.findById(person, HomeLook.class);
        var before =
                last == null
                        ? null
                        : now.isAfter(last.at().plus(SAME_LOOK)) ? last.at() : last.before();
        mongo.save(new HomeLook(person, now, before));
        return before;
    }
}
