package app.candor.coedit.ui;

import app.candor.access.People;
import app.candor.access.Person;
import app.candor.coedit.margin.MarginDesk;
import app.candor.coedit.margin.MarginRights;
import app.candor.coedit.margin.Mentions;
import app.candor.coedit.margin.Suggestions;
import app.candor.notify.LivePages;
import app.candor.prosemirror.Step;
import app.candor.prosemirror.StepWire;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** What {@link MarginPanel} works with; views are handed it and pass it on. */
@Component
public record MarginTools(
        MarginDesk margin,
        Suggestions suggestions,
        Mentions mentions,
        MarginRights rights,
        People people,
        LivePages pages,
        StepWire wire,
        Clock clock) {

    List<Object> spelled(List<Step> steps) {
        return wire.writeAll(steps);
    }

    String nameOf(String person) {
        return people.find(person).map(Person::shortName).orElse("Somebody who left");
    }
}
