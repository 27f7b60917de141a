package app.candor.faq.ui;

import app.candor.access.People;
import app.candor.access.Person;
import app.candor.faq.Curation;
import app.candor.faq.FaqReading;
import app.candor.faq.FaqSearch;
import app.candor.faq.Labels;
import app.candor.faq.Library;
import app.candor.faq.Questions;
import app.candor.faq.Recalls;
import app.candor.faq.Verifications;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** What is done to an entry beside copying it. */
@Component
record EntryDesk(
        Library library,
        FaqReading reading,
        Questions questions,
        Verifications verifications,
        Curation curation,
        Labels labels,
        FaqSearch search,
        Recalls recalls,
        People people,
        Clock clock) {

    String nameOf(String person) {
        return people.find(person).map(Person::name).orElse("somebody who left");
    }
}
