package app.candor.incident.ui;

import app.candor.incident.Fact;
import app.candor.incident.FactKey;
import app.candor.incident.Incident;
import app.candor.uikit.FactToken;
import app.candor.uikit.Times;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is known, in at most three lines made of facts. */
final class KnownLines {
    private final RoomDesk desk;
    private final Map<String, Fact> facts;

    private KnownLines(RoomDesk desk, List<Fact> ledger) {
        this.desk = desk;
        facts = ledger.stream().collect(Collectors.toMap(Fact::key, Function.identity()));
    }

    static List<Component> of(RoomDesk desk, Incident incident) {
        if (incident.dismissal() != null) {
            return List.of(line(words("Dismissed: " + incident.dismissal())));
        }
        if (!desk.incidents().maySeeDetails(incident)) {
            return List.of(
                    line(
                            words(
                                    "What is known is for members of this incident. Reported "
                                            + Times.near(incident.reportedAt(), desk.now())
                                            + ".")));
        }
        return new KnownLines(desk, desk.ledger(incident)).lines();
    }

    private List<Component> lines() {
        var lines = new ArrayList<Component>();
        lines.add(
                line(
                        words("Affected: "),
                        token(FactKey.AFFECTED_COUNT),
                        words(" since "),
                        token(FactKey.STARTED)));
        lines.add(line(words("Cause: "), token(FactKey.CAUSE)));
        var last = new ArrayList<Component>();
        last.add(words("Raw event data lost: "));
        last.add(token(FactKey.RAW_DATA_LOST));
        if (!fact(FactKey.CAUGHT_UP_BY).unknown()) {
            last.add(words(". Caught up by "));
            last.add(token(FactKey.CAUGHT_UP_BY));
        }
        lines.add(line(last.toArray(Component[]::new)));
        return lines;
    }

    private Component token(FactKey key) {
        var fact = fact(key);
        return fact.unknown()
                ? FactToken.unknown()
                : new FactToken(fact.value(), Words.provenance(fact, desk));
    }

    private Fact fact(FactKey key) {
        return java.util.Objects.requireNonNull(facts.get(key.key()), key.key());
    }

    private static Component line(Component... parts) {
        return new Div(parts);
    }

    private static Span words(String text) {
        return new Span(text);
    }
}
