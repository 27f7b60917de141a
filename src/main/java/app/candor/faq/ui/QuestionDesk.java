package app.candor.faq.ui;

import app.candor.access.People;
import app.candor.access.Person;
import app.candor.faq.FaqReading;
import app.candor.faq.Questions;
import app.candor.incident.Incident;
import app.candor.incident.Incidents;
import app.candor.notify.LivePages;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the pages about questions work with. */
@Component
record QuestionDesk(
        Questions questions,
        FaqReading reading,
        Incidents incidents,
        People people,
        LivePages pages,
        Clock clock) {

    Instant now() {
        return clock.instant();
    }

    String me() {
        return people.current().id();
    }

    String nameOf(String person) {
        return people.find(person).map(Person::name).orElse("Somebody who left");
    }

    /** Open incidents that the current person may read. */
    List<Incident> readable() {
        return incidents.visible().stream()
                .filter(incidents::maySeeDetails)
                .filter(incident -> !incident.stage().isOver())
                .toList();
    }
}
