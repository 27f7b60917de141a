package app.candor.incident.ui;

import app.candor.access.Act;
import app.candor.incident.AccountImport;
import app.candor.incident.Accounts;
import app.candor.incident.Incident;
import app.candor.incident.customers.Customers;
import app.candor.uikit.Banner;
import app.candor.uikit.EmptyState;
import app.candor.uikit.Glyph;
import app.candor.uikit.Panel;
import app.candor.uikit.Tone;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.UploadHandler;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Who is hit, out of how many, and whether that makes it an incident. */
@Route("incidents/:key/accounts")
@PermitAll
class AccountsView extends RecordPage {
    private final Customers customers;
    private final Div outcome = new Div();
    private @Nullable AccountGrid grid;

    AccountsView(RoomDesk desk, Customers customers) {
        super(
                desk,
                "Affected accounts",
                "Who is hit, who was told what by whom, and who still has to hear of it.",
                "accounts");
        this.customers = customers;
        outcome.getElement().setAttribute("aria-live", "polite");
    }

    @Override
    Component[] parts(Incident incident) {
        var parts = new ArrayList<Component>();
        var counts = customers.counts(incident.id());
        if (counts.affected() > 0) {
            parts.add(new AccountsTold(counts));
            parts.add(grid(incident));
            parts.add(new TellingRows(desk(), customers.history(incident.id())));
        } else {
            parts.add(
                    Panel.untitled(
                            "Affected accounts",
                            new EmptyState(
                                    Glyph.ACCOUNTS,
                                    "No affected accounts yet",
                                    "Choose them from the company's list, or import a file with"
                                            + " the column “affected”.")));
        }
        parts.add(
                new Panel("Criteria", new CriteriaList(Questions.criteria(desk(), incident)))
                        .padded());
        if (desk().may(Act.IMPORT_ACCOUNTS, incident) && !incident.stage().isOver()) {
            parts.add(new AccountChooser(desk(), incident));
            parts.add(upload(incident));
        }
        return parts.toArray(Component[]::new);
    }

    /** One for as long as the page is open, or every change would undo what somebody has chosen. */
    private AccountGrid grid(Incident incident) {
        var shown = grid;
        if (shown != null && shown.isOf(incident)) {
            shown.show(incident);
            return shown;
        }
        var made = new AccountGrid(desk(), customers, incident);
        grid = made;
        return made;
    }

    private Component upload(Incident incident) {
        var upload = new Upload();
        upload.setUploadHandler(
                UploadHandler.inMemory((metadata, bytes) -> {
                    // An imported or refused file leaves the field free for the next one.
                    upload.clearFileList();
                    show(desk().accounts().importCsv(incident.id(), bytes));
                }));
        upload.setAcceptedFileTypes(".csv", "text/csv");
        upload.setMaxFiles(1);
        upload.setMaxFileSize(Accounts.MOST_BYTES);
        upload.addFileRejectedListener(rejected -> {
            outcome.removeAll();
            outcome.add(
                    new Banner(
                            Tone.BAD,
                            "Nothing was imported.",
                            "A CSV file of at most 32 MB is needed."));
        });
        var columns =
                new Paragraph(
                        "CSV with the columns account, name, tier, csm, contact name, contact"
                                + " email, integration, contract notice hours, affected (yes or"
                                + " no). At most 100,000 rows and 32 MB. Every row is taken or"
                                + " none; the same file again changes nothing.");
        columns.addClassNames("s", "t2");
        return new Panel("Import", columns, upload, outcome).padded();
    }

    private void show(AccountImport result) {
        outcome.removeAll();
        outcome.add(
                switch (result) {
                    case AccountImport.Imported imported -> imported(imported);
                    case AccountImport.Rejected rejected -> rejected(rejected);
                });
    }

    private static Component imported(AccountImport.Imported imported) {
        var counts = imported.counts();
        var words =
                String.format(
                        Locale.UK,
                        "%,d rows read; %,d of %,d accounts are affected.",
                        imported.rows(),
                        counts.affected(),
                        counts.total());
        var ignored =
                imported.ignoredColumns().isEmpty()
                        ? ""
                        : " Not used: " + String.join(", ", imported.ignoredColumns()) + ".";
        return new Banner(
                Tone.OK,
                imported.changed() ? "The list is imported." : "The list changed nothing.",
                words + ignored);
    }

    private static Component rejected(AccountImport.Rejected rejected) {
        var list = new UnorderedList();
        list.addClassName("problems");
        for (var problem : rejected.problems()) {
            var where = problem.line() == 0 ? "" : "Line " + problem.line() + ", ";
            var column = problem.column().isEmpty() ? "" : problem.column() + ": ";
            list.add(new ListItem((where + column).replaceAll(", $", ": ") + problem.reason()));
        }
        var more = rejected.count() - rejected.problems().size();
        if (more > 0) {
            list.add(new ListItem("and " + more + " more"));
        }
        var banner =
                new Banner(
                        Tone.BAD,
                        "Nothing was imported.",
                        rejected.count() == 1
                                ? "One thing is wrong. Mend it and import the file again."
                                : String.format(
                                        Locale.UK,
                                        "%,d things are wrong. Mend them and import the file again.",
                                        rejected.count()));
        return new Div(banner, list);
    }
}
