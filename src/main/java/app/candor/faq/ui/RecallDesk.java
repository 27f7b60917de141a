package app.candor.faq.ui;

import app.candor.access.People;
import app.candor.access.Person;
import app.candor.faq.FaqReading;
import app.candor.faq.Recalls;
import app.candor.notify.LivePages;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** What the pages about recalls work with. */
@Component
record RecallDesk(
        Recalls recalls, FaqReading reading, People people, LivePages pages, Clock clock) {

    Instant now() {
        return clock.instant();
    }

    Person me() {
        return people.current();
    }

    String nameOf(String person) {
        return person.equals("system")
                ? "the portal"
                : people.find(person).map(Person::name).orElse("somebody who left");
    }
}
