package app.candor.coedit.ui;

import app.candor.access.People;
import app.candor.access.Person;
import app.candor.coedit.margin.MarginRights;
import app.candor.coedit.versions.AuthorsDesk;
import app.candor.coedit.versions.VersionDesk;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the pages of a text's versions work with; views are handed it and pass it on. */
@Component
public record VersionTools(
        VersionDesk versions,
        AuthorsDesk authors,
        MarginRights rights,
        People people,
        Clock clock) {

    Instant now() {
        return clock.instant();
    }

    String names(Collection<String> ids) {
        return ids.stream()
                .map(id ->
                        id.equals("system")
                                ? "Candor"
                                : people.find(id)
                                        .map(Person::shortName)
                                        .orElse("Somebody who left"))
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
