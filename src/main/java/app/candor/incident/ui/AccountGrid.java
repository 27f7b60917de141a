package app.candor.incident.ui;

import app.candor.access.Act;
import app.candor.incident.Incident;
import app.candor.incident.customers.AccountLine;
import app.candor.incident.customers.AccountLine.Wanted;
import app.candor.incident.customers.AccountStatus;
import app.candor.incident.customers.Customers;
import app.candor.incident.customers.Telling;
import app.candor.uikit.Badge;
import app.candor.uikit.Buttons;
import app.candor.uikit.Glyph;
import app.candor.uikit.Panel;
import app.candor.uikit.Times;
import app.candor.uikit.Toast;
import app.candor.uikit.Tone;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.ConfigurableFilterDataProvider;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** The affected accounts, fetched as they are scrolled to; chosen ones can be recorded as told. */
class AccountGrid extends Panel {
    private final RoomDesk desk;
    private final Customers customers;
    private Incident incident;
    private final Grid<AccountLine> grid = new Grid<>();
    private final ConfigurableFilterDataProvider<AccountLine, Void, Wanted> lines;

    AccountGrid(RoomDesk desk, Customers customers, Incident incident) {
        super("Affected accounts");
        this.desk = desk;
        this.customers = customers;
        this.incident = incident;
        lines = provider().withConfigurableFilter();
        lines.setFilter(Wanted.ALL);
        columns();
        grid.setDataProvider(lines);
        grid.setPageSize(50);
        grid.getElement().setAttribute("aria-label", "Affected accounts");
        add(filters(), grid);
        if (desk.may(Act.TELL_ACCOUNTS, incident)) {
            grid.setSelectionMode(Grid.SelectionMode.MULTI);
            action(Buttons.small(Buttons.secondary("Record as told", this::ask)));
        }
    }

    /** The incident changed: what is chosen, looked for and scrolled to stays. */
    void show(Incident now) {
        incident = now;
        lines.refreshAll();
    }

    boolean isOf(Incident other) {
        return incident.id().equals(other.id());
    }

    private CallbackDataProvider<AccountLine, Wanted> provider() {
        return new CallbackDataProvider<>(
                query ->
                        customers
                                .lines(incident.id(), query.getFilter().orElse(Wanted.ALL))
                                .skip(query.getOffset())
                                .limit(query.getLimit()),
                query ->
                        (int)
                                customers
                                        .lines(incident.id(), query.getFilter().orElse(Wanted.ALL))
                                        .count(),
                line -> line.account().accountId());
    }

    private Component filters() {
        var words = new TextField();
        words.setPlaceholder("Name, number, integration or manager");
        words.setAriaLabel("Find an account");
        words.setClearButtonVisible(true);
        words.setValueChangeMode(ValueChangeMode.LAZY);
        words.addClassName("filter");
        var status = new Select<AccountStatus>();
        status.setItems(AccountStatus.values());
        status.setEmptySelectionAllowed(true);
        status.setEmptySelectionCaption("Every status");
        status.setItemLabelGenerator(one -> one == null ? "Every status" : one.label());
        status.setAriaLabel("Status");
        Runnable changed = () -> lines.setFilter(new Wanted(words.getValue(), status.getValue()));
        words.addValueChangeListener(event -> changed.run());
        status.addValueChangeListener(event -> changed.run());
        var row = new Div(words, status);
        row.addClassNames("row", "wrap", "panel-line");
        return row;
    }

    private void columns() {
        grid.addColumn(line -> line.account().name()).setHeader("Account").setFlexGrow(2);
        grid.addComponentColumn(line -> badge(line.status()))
                .setHeader("Status")
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(this::last).setHeader("By whom, when, how").setFlexGrow(3);
        grid.addColumn(line -> line.account().csm()).setHeader("CSM").setAutoWidth(true);
        grid.addColumn(line -> line.account().integration())
                .setHeader("Integration")
                .setAutoWidth(true);
        grid.addColumn(line -> line.account().tier()).setHeader("Tier").setAutoWidth(true);
        grid.addColumn(this::notice).setHeader("Contract notice").setAutoWidth(true);
    }

    private String notice(AccountLine line) {
        var hours = line.account().contractNoticeHours();
        if (hours == null) {
            return "";
        }
        var notice = line.notice();
        if (notice == null) {
            return "within " + hours + " h";
        }
        if (notice.toldAt() != null) {
            return notice.toldLate() ? "told late" : "told in time";
        }
        return "by "
                + Times.near(notice.due(), desk.now())
                + (desk.now().isAfter(notice.due()) ? ", late" : "");
    }

    private static Badge badge(AccountStatus status) {
        return switch (status) {
            case NOT_TOLD -> new Badge(Tone.OUTLINE, Glyph.GAP, status.label());
            case TOLD -> new Badge(Tone.INFO, Glyph.CHECK, status.label());
            case TOLD_RESOLVED -> new Badge(Tone.OK, Glyph.ALL_CLEAR, status.label());
            case UNDELIVERED -> new Badge(Tone.BAD, Glyph.WARNING, status.label());
        };
    }

    private String last(AccountLine line) {
        var last = line.last();
        return last == null
                ? ""
                : desk.nameOf(last.by())
                        + ", "
                        + Times.near(last.at(), desk.now())
                        + ", "
                        + last.how();
    }

    private void ask() {
        var chosen = List.copyOf(grid.getSelectedItems());
        var what = new RadioButtonGroup<Telling.What>("What they heard");
        what.setItems(Telling.What.OPEN, Telling.What.RESOLVED, Telling.What.UNDELIVERED);
        what.setItemLabelGenerator(AccountGrid::label);
        what.setValue(incident.stage().isBehind() ? Telling.What.RESOLVED : Telling.What.OPEN);
        var how = new TextField("How");
        how.setPlaceholder("by phone");
        how.setMaxLength(300);
        how.setWidthFull();
        var count = String.format(Locale.UK, "%,d", chosen.size());
        new Form(
                        chosen.size() == 1
                                ? "Record what " + chosen.getFirst().account().name() + " heard"
                                : "Record what " + count + " accounts heard",
                        what,
                        how)
                .answer("Record as told", () -> record(chosen, what.getValue(), how.getValue()))
                .open();
    }

    private void record(Collection<AccountLine> chosen, Telling.What what, String how) {
        customers.told(
                incident.id(),
                chosen.stream().map(line -> line.account().accountId()).toList(),
                what,
                how);
        Toast.show(
                String.format(Locale.UK, "%,d ", chosen.size())
                        + (chosen.size() == 1 ? "account is recorded" : "accounts are recorded"));
    }

    private static String label(Telling.What what) {
        return switch (what) {
            case OPEN -> "That there is an incident";
            case RESOLVED -> "That it is resolved";
            case UNDELIVERED -> "Nothing: it did not reach them";
        };
    }
}
