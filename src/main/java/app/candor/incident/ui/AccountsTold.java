package app.candor.incident.ui;

import app.candor.incident.customers.CustomerCounts;
import app.candor.uikit.Badge;
import app.candor.uikit.Glyph;
import app.candor.uikit.Icon;
import app.candor.uikit.ListRow;
import app.candor.uikit.Panel;
import app.candor.uikit.Tone;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.Locale;

/** How many accounts were told, and whose are still to be told. */
class AccountsTold extends Panel {
    AccountsTold(CustomerCounts counts) {
        super("Told so far");
        note(number(counts.reached()) + " of " + number(counts.affected()));
        var badges = new Div();
        badges.addClassNames("row", "wrap", "panel-line");
        if (counts.untold() > 0) {
            badges.add(new Badge(Tone.WARN, Glyph.GAP, number(counts.untold()) + " not told"));
        }
        if (counts.undelivered() > 0) {
            badges.add(
                    new Badge(
                            Tone.BAD,
                            Glyph.WARNING,
                            number(counts.undelivered()) + " undelivered"));
        }
        if (counts.told() > 0) {
            badges.add(new Badge(Tone.INFO, Glyph.CHECK, number(counts.told()) + " told"));
        }
        if (counts.toldResolved() > 0) {
            badges.add(
                    new Badge(
                            Tone.OK,
                            Glyph.ALL_CLEAR,
                            number(counts.toldResolved()) + " told resolved"));
        }
        add(badges);
        counts.csms().stream().limit(20).map(AccountsTold::row).forEach(this::add);
        if (counts.csms().size() > 20) {
            add(
                    new ListRow(
                            new Icon(Glyph.DOTS),
                            "and " + (counts.csms().size() - 20) + " more managers",
                            ""));
        }
    }

    private static Component row(CustomerCounts.Csm csm) {
        var trail = new ArrayList<Component>();
        trail.add(
                csm.untold() == 0
                        ? new Badge(Tone.OK, Glyph.CHECK, "All told")
                        : new Badge(Tone.WARN, Glyph.GAP, number(csm.untold()) + " untold"));
        return new ListRow(
                new Icon(Glyph.ACCOUNTS),
                csm.name().isEmpty() ? "No manager" : csm.name(),
                number(csm.told()) + " of " + number(csm.told() + csm.untold()) + " told",
                trail.toArray(Component[]::new));
    }

    private static String number(int count) {
        return String.format(Locale.UK, "%,d", count);
    }
}
