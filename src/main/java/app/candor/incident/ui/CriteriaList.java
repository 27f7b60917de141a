package app.candor.incident.ui;

import app.candor.incident.Criteria;
import app.candor.uikit.Badge;
import app.candor.uikit.Glyph;
import app.candor.uikit.Tone;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;

/** The criteria with their arithmetic, and whether each is met. */
class CriteriaList extends UnorderedList {
    private static final int SHOWN = 6;

    CriteriaList(Criteria criteria) {
        addClassName("criteria");
        if (criteria.shares().isEmpty()) {
            add(
                    new ListItem(
                            "No accounts are imported yet, so no share can be worked out. Import"
                                    + " the account list on the page “Affected accounts”."));
        }
        criteria.shares().stream().limit(SHOWN).forEach(this::share);
        if (criteria.shares().size() > SHOWN) {
            add(new ListItem(criteria.shares().size() - SHOWN + " more integrations, with less"));
        }
    }

    private void share(Criteria.Share share) {
        var about = new Span(share.about());
        about.addClassName("b");
        var sum = new Span(share.arithmetic());
        sum.addClassName("num");
        var verdict =
                share.met()
                        ? new Badge(Tone.BAD, Glyph.WARNING, "Over")
                        : new Badge(Tone.PLAIN, Glyph.DASH, "Not over");
        add(new ListItem(about, sum, verdict));
    }
}
