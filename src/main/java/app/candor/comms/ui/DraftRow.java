package app.candor.comms.ui;

import app.candor.comms.Draft;
import app.candor.uikit.Glyph;
import app.candor.uikit.Icon;
import app.candor.uikit.ListRow;
import com.vaadin.flow.component.html.Anchor;

/** One draft in a list. */
class DraftRow extends ListRow {

    DraftRow(CommsDesk desk, Draft draft, String path, String incidentKey) {
        super(
                new Icon(glyph(draft)),
                title(draft, path),
                detail(draft, incidentKey),
                DraftWords.badge(desk, draft));
    }

    private static Anchor title(Draft draft, String path) {
        var title = new Anchor(path, draft.title());
        title.addClassName("row-title");
        return title;
    }

    private static String detail(Draft draft, String incidentKey) {
        var subject = draft.bundle().subject();
        var words = subject.isBlank() ? "No subject yet" : subject;
        return incidentKey.isEmpty() ? words : incidentKey + " · " + words;
    }

    static Glyph glyph(Draft draft) {
        return switch (draft.kind()) {
            case CUSTOMER_EMAIL -> Glyph.MAIL;
            case STATUS_UPDATE -> Glyph.GLOBE;
            case TECHNICAL_EXPLANATION -> Glyph.DOCUMENT;
            case STAFF_UPDATE -> Glyph.ACCOUNTS;
            case LEADERSHIP_NOTE -> Glyph.FLAG;
            case FAQ_ANSWER -> Glyph.BOOK;
        };
    }
}
