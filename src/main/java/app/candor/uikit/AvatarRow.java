package app.candor.uikit;

import app.candor.access.Person;
import com.vaadin.flow.component.html.Span;
import java.util.Collection;

/** Several people side by side, at most {@value #SHOWN}; the rest as a number. */
public class AvatarRow extends Span {
    private static final int SHOWN = 6;

    public AvatarRow(Collection<Person> people) {
        addClassName("avs");
        people.stream().limit(SHOWN).forEach(person -> add(new PersonAvatar(person).small()));
        if (people.size() > SHOWN) {
            var more = new Span("+" + (people.size() - SHOWN));
            more.addClassNames("xs", "t3");
            add(more);
        }
    }
}
