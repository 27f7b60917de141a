package app.candor.incident.ui;

import app.candor.incident.customers.Telling;
import app.candor.uikit.EmptyState;
import app.candor.uikit.Glyph;
import app.candor.uikit.ListRow;
import app.candor.uikit.Panel;
import app.candor.uikit.Times;
import app.candor.uikit.UtcTime;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Who told how many accounts what, and when. */
class TellingRows extends Panel {
    private static final int SHOWN = 30;
    private static final int NAMED = 3;

    TellingRows(RoomDesk desk, List<Telling> tellings) {
        super("Who was told what, by whom");
        tellings.stream().limit(SHOWN).map(telling -> row(desk, telling)).forEach(this::add);
        if (tellings.isEmpty()) {
            add(
                    new EmptyState(
                            Glyph.SEND,
                            "Nobody was told yet",
                            "Choose accounts above and record how they were told."));
        }
        note(tellings.size() > SHOWN ? "the latest " + SHOWN + " of " + tellings.size() : "");
    }

    private static Component row(RoomDesk desk, Telling telling) {
        var count = telling.accounts().size();
        var words =
                count <= NAMED
                        ? telling.accounts().stream()
                                .map(Telling.Account::name)
                                .collect(Collectors.joining(", "))
                        : String.format(Locale.UK, "%,d accounts", count);
        var title = new Span(words + ": " + label(telling.what()));
        title.addClassName("row-title");
        var line =
                desk.nameOf(telling.by())
                        + ", "
                        + Times.near(telling.at(), desk.now())
                        + ", "
                        + telling.how();
        var link = telling.link();
        return link == null
                ? new ListRow(UtcTime.bare(telling.at()), title, line)
                : new ListRow(
                        UtcTime.bare(telling.at()), title, line, new Anchor(link, "Open the text"));
    }

    private static String label(Telling.What what) {
        return switch (what) {
            case OPEN -> "told";
            case RESOLVED -> "told that it is resolved";
            case UNDELIVERED -> "not reached";
        };
    }
}
