package app.candor.audit.ui;

import app.candor.access.Refused;
import app.candor.audit.AuditReading;
import app.candor.audit.AuditReading.Line;
import app.candor.uikit.Banner;
import app.candor.uikit.Buttons;
import app.candor.uikit.EmptyState;
import app.candor.uikit.Glyph;
import app.candor.uikit.Page;
import app.candor.uikit.PageHeader;
import app.candor.uikit.Panel;
import app.candor.uikit.Times;
import app.candor.uikit.Tone;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Who did what and when, newest first, and the proof that nobody rewrote it. */
@Route("audit")
@PageTitle("Audit · Candor")
@Menu(title = "Audit", order = 80, icon = "list")
@RolesAllowed({"AUDITOR", "LEGAL"})
class AuditView extends Page {
    private static final int SHEET = 50;

    private final AuditReading log;
    private final Clock clock;
    private final TextField filter = new TextField();
    private final Panel panel = Panel.untitled("Entries");
    private final Div verdict = new Div();
    private final Button more;
    private @Nullable AuditTable table;
    private @Nullable Long next;

    AuditView(AuditReading log, Clock clock) {
        this.log = log;
        this.clock = clock;
        more = Buttons.secondary("Show older entries", this::showMore);
        filter.setPlaceholder("Filter by person, action or incident");
        filter.setAriaLabel("Filter entries");
        filter.setPrefixComponent(new app.candor.uikit.Icon(Glyph.SEARCH));
        filter.setClearButtonVisible(true);
        filter.setValueChangeMode(ValueChangeMode.LAZY);
        filter.addClassName("filter");
        filter.addValueChangeListener(changed -> showFirst());
        var foot = new Div(more);
        foot.addClassName("form-actions");
        add(
                new PageHeader(
                        "Audit",
                        "Every act, in a chain that shows when an entry was changed or removed.",
                        Buttons.with(Glyph.SHIELD, Buttons.primary("Verify chain", this::verify))),
                verdict,
                headCheck(),
                filter,
                panel,
                foot);
        verdict.setVisible(false);
        showFirst();
    }

    private void showFirst() {
        var sheet = log.read(Long.MAX_VALUE, filter.getValue(), SHEET);
        next = sheet.before();
        more.setVisible(next != null);
        if (sheet.lines().isEmpty()) {
            table = null;
            panel.show(
                    filter.isEmpty()
                            ? new EmptyState(Glyph.LIST, "No entries yet", "Every act adds one.")
                            : new EmptyState(
                                    Glyph.SEARCH,
                                    "No entry has these words",
                                    "Try fewer of them."));
            return;
        }
        var fresh = new AuditTable();
        sheet.lines().forEach(fresh::add);
        table = fresh;
        panel.show(fresh);
    }

    private void showMore() {
        if (table == null || next == null) {
            return;
        }
        var sheet = log.read(next, filter.getValue(), SHEET);
        for (Line line : sheet.lines()) {
            table.add(line);
        }
        next = sheet.before();
        more.setVisible(next != null);
    }

    /** For a head on a sign-off sheet or in a proof: number and hash, as they are printed. */
    private Component headCheck() {
        var number = new TextField("Entry");
        var hash = new TextField("Head (hash) from a sign-off sheet or proof");
        number.addClassName("head-number");
        hash.addClassName("head-hash");
        var row =
                new Div(
                        number,
                        hash,
                        Buttons.secondary(
                                "Check head", () -> check(number.getValue(), hash.getValue())));
        row.addClassName("form-row");
        return row;
    }

    private void check(String number, String hash) {
        if (!number.strip().matches("[1-9][0-9]{0,17}")) {
            throw new Refused("The entry of a head is a whole number, such as 412.");
        }
        var held = log.holds(Long.parseLong(number.strip()), hash);
        show(
                held
                        ? new Banner(
                                Tone.OK,
                                "Head found.",
                                "The log still holds it, so nothing before it was rewritten if the"
                                        + " chain verifies, too.")
                        : new Banner(
                                Tone.BAD,
                                "Head not found.",
                                "The log holds another hash at entry "
                                        + number.strip()
                                        + " or none: it was cut or rewritten after that head was"
                                        + " noted, or the head was typed wrongly."));
    }

    private void verify() {
        var broken = log.verify();
        var at = Times.time(clock.instant());
        show(
                broken.isEmpty()
                        ? new Banner(
                                Tone.OK,
                                "Verified.",
                                "At " + at + " every entry was unchanged and in its place.")
                        : new Banner(
                                Tone.BAD,
                                "Broken at entry " + broken.get() + ".",
                                "It was changed or removed after it was written, or does not follow"
                                        + " the one before. Checked at "
                                        + at
                                        + "; entries before it are intact."));
    }

    private void show(Banner banner) {
        verdict.removeAll();
        verdict.add(banner);
        verdict.setVisible(true);
    }
}
