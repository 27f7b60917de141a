package app.candor.incident.ui;

import app.candor.incident.AccountChoice;
import app.candor.incident.Incident;
import app.candor.uikit.Buttons;
import app.candor.uikit.Panel;
import app.candor.uikit.Toast;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.Locale;

/** Says whom the incident hits, from the company's list: by a filter or by names. */
class AccountChooser extends Panel {
    private final RoomDesk desk;
    private final Incident incident;

    AccountChooser(RoomDesk desk, Incident incident) {
        super("Choose from the company's list");
        this.desk = desk;
        this.incident = incident;
        padded();
        var line =
                new Paragraph(
                        "Who is hit, by integration, tier or manager, or by a list of account"
                                + " numbers or names.");
        line.addClassNames("s", "t2");
        var actions =
                new Div(
                        Buttons.secondary("Choose by filter", this::filter),
                        Buttons.secondary("Choose by list", this::list));
        actions.addClassNames("row", "wrap");
        add(line, actions);
    }

    private void filter() {
        var values = desk.accounts().choices();
        var integration = select("Integration", values.integrations());
        var tier = select("Tier", values.tiers());
        var csm = select("Customer success manager", values.csms());
        var form = new Form("Which accounts are hit?", integration, tier, csm);
        form.otherwise("They are not hit", () -> mark(choice(integration, tier, csm), false))
                .answer("Mark as affected", () -> mark(choice(integration, tier, csm), true))
                .open();
    }

    private void list() {
        var names = new TextArea("Account numbers or names");
        names.setHelperText(
                "One a line, or separated by commas. If one is unknown, none is taken.");
        names.setWidthFull();
        names.setMinHeight("140px");
        new Form("Which accounts are hit?", names)
                .otherwise(
                        "They are not hit",
                        () -> mark(new AccountChoice.Listed(names.getValue()), false))
                .answer(
                        "Mark as affected",
                        () -> mark(new AccountChoice.Listed(names.getValue()), true))
                .open();
    }

    private void mark(AccountChoice choice, boolean hit) {
        var changed = desk.accounts().mark(incident.id(), choice, hit);
        Toast.show(
                changed == 0
                        ? "The list says so already"
                        : String.format(
                                Locale.UK,
                                "%,d %s %s",
                                changed,
                                changed == 1 ? "account" : "accounts",
                                hit ? "marked as affected" : "taken off the list"));
    }

    private static AccountChoice choice(
            Select<String> one, Select<String> two, Select<String> three) {
        return new AccountChoice.Filter(value(one), value(two), value(three));
    }

    private static String value(Select<String> select) {
        return select.getValue() == null ? "" : select.getValue();
    }

    private static Select<String> select(String label, List<String> values) {
        var select = new Select<String>();
        select.setLabel(label);
        select.setItems(values);
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption("Any");
        select.setItemLabelGenerator(value -> value == null ? "Any" : value);
        return select;
    }
}
