package app.candor.comms.ui;

import app.candor.access.Act;
import app.candor.access.Person;
import app.candor.comms.Draft;
import app.candor.comms.DraftKind;
import app.candor.comms.DraftState;
import app.candor.comms.PinnedFact;
import app.candor.comms.Reading;
import app.candor.uikit.Buttons;
import app.candor.uikit.Glyph;
import app.candor.uikit.Icon;
import app.candor.uikit.Times;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Everything besides the words that a signature covers. */
class BundlePanel extends Aside {

    BundlePanel(CommsDesk desk, Draft draft, Reading reading) {
        addClassName("draft-bundle");
        getElement().setAttribute("aria-label", "Bundle");
        var lead = new Div("Signatures cover all of this.");
        lead.addClassNames("s", "t3");
        add(new H2("Bundle"), lead);
        var editing = draft.state() instanceof DraftState.Editing;
        part(
                "Audience",
                editing
                                && draft.kind() != DraftKind.FAQ_ANSWER
                                && draft.standing() == null
                                && desk.drafts().may(Act.PROPOSE_COMMS, draft)
                        ? Buttons.small(
                                Buttons.tertiary(
                                        "Change", () -> new AudienceDialog(desk, draft).open()))
                        : null);
        add(
                item(
                        Glyph.ACCOUNTS,
                        capital(reading.audience().label()),
                        reading.audience().recipients().isEmpty()
                                ? "As a group"
                                : "One message each"));
        part("Channel", null);
        add(item(Glyph.MAIL, draft.bundle().channel().label(), handOff(draft)));
        part("Attachments", null);
        add(new FilesPart(desk, draft));
        var standing = draft.standing();
        part(standing == null ? "Facts shown" : "Slots", null);
        if (standing != null) {
            add(
                    line(
                            "Filled by the incident that sends it: times of its ledger, names of a list."));
            part("Last moment of use", null);
            add(line(Times.near(standing.until(), desk.clock().instant())));
        } else if (reading.facts().isEmpty()) {
            add(line("No fact of the ledger"));
        }
        reading.facts().forEach(fact -> add(fact(fact)));
        part(
                "Writers",
                editing && desk.drafts().may(Act.DRAFT, draft)
                        ? Buttons.small(
                                Buttons.tertiary(
                                        "Invite", () -> new InviteDialog(desk, draft).open()))
                        : null);
        add(line(writers(desk, draft)));
    }

    private static String handOff(Draft draft) {
        return switch (draft.kind()) {
            case CUSTOMER_EMAIL, STATUS_UPDATE, TECHNICAL_EXPLANATION ->
                    "Handed to support and customer success to send";
            case STAFF_UPDATE -> "Shown in every inbox, readable here";
            case LEADERSHIP_NOTE -> "Mailed to senior leadership";
            case FAQ_ANSWER -> "Copied from the library by customer success";
        };
    }

    private static String writers(CommsDesk desk, Draft draft) {
        var ids = new java.util.TreeSet<>(desk.drafts().writers(draft));
        ids.add(draft.begunBy());
        ids.addAll(draft.invited());
        return desk.people().byIds(ids).values().stream()
                .map(Person::name)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private void part(String title, @Nullable Button action) {
        var head = new Div(new H3(title));
        head.addClassName("bundle-part");
        if (action != null) {
            head.add(action);
        }
        add(head);
    }

    static Div fact(PinnedFact fact) {
        var value = new Span(fact.shownValue());
        value.addClassNames("b", "num");
        var row = new Div(new Span(fact.label()), value);
        row.addClassName("bundle-fact");
        row.getElement()
                .setAttribute(
                        "title",
                        "Confirmed by %s at %s, %s"
                                .formatted(
                                        fact.confirmedBy(),
                                        Times.time(fact.asOf()),
                                        fact.source()));
        return row;
    }

    private static Div item(Glyph glyph, String title, String detail) {
        var name = new Div(title);
        name.addClassName("b");
        var words = new Div(name, line(detail));
        var item = new Div(new Icon(glyph), words);
        item.addClassName("bundle-item");
        return item;
    }

    private static Div line(String text) {
        var line = new Div(text);
        line.addClassNames("s", "t2");
        return line;
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
    }
}
