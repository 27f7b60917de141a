package app.candor.faq.ui;

import app.candor.faq.Entry;
import app.candor.faq.Exchange;
import app.candor.faq.FaqReading;
import app.candor.faq.FaqSearch;
import app.candor.faq.ImportReport;
import app.candor.faq.MissedSearches;
import app.candor.faq.Questions;
import app.candor.faq.WritersBoard;
import app.candor.notify.LivePages;
import app.candor.uikit.Banner;
import app.candor.uikit.Buttons;
import app.candor.uikit.EmptyState;
import app.candor.uikit.Glyph;
import app.candor.uikit.Icon;
import app.candor.uikit.ListRow;
import app.candor.uikit.Page;
import app.candor.uikit.PageHeader;
import app.candor.uikit.Panel;
import app.candor.uikit.Times;
import app.candor.uikit.Tone;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import com.vaadin.flow.server.streams.UploadHandler;
import jakarta.annotation.security.PermitAll;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/** What to write next and what to look at again, for whoever writes answers. */
@Route("faq-writing")
@PageTitle("Writing answers · Candor")
@PermitAll
@StyleSheet("context://assets/faq.css")
class WriterView extends Page {
    private static final int SHOWN = 12;

    private final WritersBoard board;
    private final Questions questions;
    private final MissedSearches missed;
    private final Exchange exchange;
    private final FaqReading reading;
    private final Clock clock;
    private final Div lists = new Div();
    private final Div outcome = new Div();

    WriterView(
            WritersBoard board,
            Questions questions,
            MissedSearches missed,
            Exchange exchange,
            FaqReading reading,
            LivePages pages,
            Clock clock) {
        this.board = board;
        this.questions = questions;
        this.missed = missed;
        this.exchange = exchange;
        this.reading = reading;
        this.clock = clock;
        add(
                new PageHeader(
                        "Writing answers",
                        "What people look for, and which answers need another look."));
        if (!reading.mayWrite()) {
            add(
                    new EmptyState(
                            Glyph.BOOK,
                            "This page is for those who write answers",
                            "The answers themselves are in the FAQ library."));
            return;
        }
        lists.addClassName("faq-board");
        add(lists, files());
        draw();
        pages.watch(this, FaqSearch.TOPIC, this::draw);
    }

    private void draw() {
        lists.removeAll();
        lists.add(waiting(), missedSearches(), touched(), expiring(), copied());
    }

    private Panel waiting() {
        var panel = new Panel("Questions that wait");
        var all = questions.waiting();
        if (all.isEmpty()) {
            return nothing(panel, "Every question is answered.");
        }
        panel.action(new Anchor("questions", "See to them"));
        for (var one : all.stream().limit(SHOWN).toList()) {
            panel.add(
                    new ListRow(
                            new Icon(Glyph.HOURGLASS),
                            one.words(),
                            QuestionsView.waiting(one)
                                    + ", due "
                                    + Times.near(one.due(), clock.instant())));
        }
        return shownOf(panel, all.size());
    }

    private static Panel shownOf(Panel panel, int all) {
        return all > SHOWN ? panel.note(SHOWN + " of " + all) : panel;
    }

    private Panel missedSearches() {
        var panel = new Panel("Searches without a result").note("no names kept");
        var all = missed.most(SHOWN);
        if (all.isEmpty()) {
            return nothing(panel, "Everything that was searched for was found.");
        }
        for (var one : all) {
            panel.add(
                    new ListRow(
                            new Icon(Glyph.SEARCH),
                            "“" + one.words() + "”",
                            times(one.times())
                                    + ", last "
                                    + Times.near(one.lastAt(), clock.instant()),
                            Buttons.small(
                                    Buttons.secondary(
                                            "Seen to",
                                            () -> {
                                                missed.settle(one.words());
                                                draw();
                                            }))));
        }
        return panel;
    }

    private Panel touched() {
        var panel = new Panel("Touched by a changed fact");
        return entries(
                panel,
                board.touchedByFacts(),
                entry -> Objects.requireNonNull(entry.blocked()).cause(),
                "No answer shows a fact that changed.");
    }

    private Panel expiring() {
        var panel = new Panel("To be verified within 14 days");
        return entries(
                panel,
                board.expiring(),
                entry ->
                        "due "
                                + Times.near(
                                        Objects.requireNonNull(entry.verification()).dueAt(),
                                        clock.instant()),
                "No answer has to be verified soon.");
    }

    private Panel copied() {
        var panel = new Panel("Copied most");
        var most = board.mostCopied(SHOWN);
        if (most.isEmpty()) {
            return nothing(panel, "Nothing was copied yet.");
        }
        for (var one : most) {
            panel.add(
                    row(
                            one.entry(),
                            times(one.times())
                                    + (one.unnamed() == 0
                                            ? ""
                                            : ", %s without a customer’s name"
                                                    .formatted(times(one.unnamed())))));
        }
        return panel;
    }

    private Panel entries(
            Panel panel,
            List<Entry> entries,
            java.util.function.Function<Entry, String> detail,
            String none) {
        if (entries.isEmpty()) {
            return nothing(panel, none);
        }
        for (var entry : entries.stream().limit(SHOWN).toList()) {
            panel.add(row(entry, detail.apply(entry)));
        }
        return shownOf(panel, entries.size());
    }

    private ListRow row(Entry entry, String detail) {
        return new ListRow(
                new Icon(Glyph.BOOK),
                new Anchor("faq/" + entry.id(), entry.question()),
                detail + " · " + reading.group(entry));
    }

    private static Panel nothing(Panel panel, String words) {
        var line = new Paragraph(words);
        line.addClassName("t2");
        panel.add(line);
        return panel.padded();
    }

    private static String times(long times) {
        return times == 1 ? "once" : times + " times";
    }

    private Panel files() {
        var upload = new Upload();
        upload.setUploadHandler(
                UploadHandler.inMemory((metadata, bytes) -> {
                    upload.clearFileList();
                    show(exchange.importFile(bytes));
                }));
        upload.setAcceptedFileTypes(".csv", "text/csv", ".json", "application/json");
        upload.setUploadButton(Buttons.secondary("Choose a file", () -> {}));
        upload.setDropLabel(new Span("or drop it here"));
        upload.setMaxFiles(1);
        upload.setMaxFileSize(Exchange.MOST_BYTES);
        upload.addFileRejectedListener(rejected -> {
            outcome.removeAll();
            outcome.add(
                    new Banner(
                            Tone.BAD,
                            "Nothing was imported.",
                            "A CSV or JSON file of at most 32 MB is needed."));
        });
        outcome.addClassName("faq-outcome");
        outcome.getElement().setAttribute("aria-live", "polite");
        var columns =
                new Paragraph(
                        "CSV or JSON with question, answer, wordings, products, incident (its key) and do not"
                                + " say. At most 500 rows and 32 MB; every row is taken or none, and the same file"
                                + " again adds nothing. Each row becomes a draft that has to pass the gates.");
        columns.addClassNames("s", "t2");
        var downloads =
                new Div(
                        download("Export as CSV", "faq.csv", "text/csv", exchange::csv),
                        download("Export as JSON", "faq.json", "application/json", exchange::json));
        downloads.addClassName("row");
        var panel = new Panel("Import and export", columns, upload, outcome, downloads).padded();
        panel.addClassName("faq-exchange");
        return panel;
    }

    private static Component download(
            String label, String name, String type, Supplier<byte[]> content) {
        var file =
                DownloadHandler.fromInputStream(request -> {
                    var bytes = content.get();
                    return new DownloadResponse(
                            new ByteArrayInputStream(bytes), name, type, bytes.length);
                });
        var anchor = new Anchor(file, label);
        anchor.addClassName("button");
        anchor.getElement().insertChild(0, new Icon(Glyph.DOWNLOAD).getElement());
        return anchor;
    }

    private void show(ImportReport report) {
        outcome.removeAll();
        if (report.problems().isEmpty()) {
            outcome.add(
                    new Banner(
                            Tone.OK,
                            report.added() == 1
                                    ? "1 question was added as a draft."
                                    : report.added() + " questions were added as drafts.",
                            report.known() == 0
                                    ? "Their answers have to be signed before anybody can copy them."
                                    : report.known() + " were there already."));
            draw();
            return;
        }
        outcome.add(
                new Banner(
                        Tone.BAD,
                        "Nothing was imported.",
                        "Mend these rows and choose the file again."));
        for (var problem : report.problems()) {
            var where = problem.row() == 0 ? "File" : "Row " + problem.row();
            var line = new Div(new Span(where + ": " + problem.why()));
            line.addClassName("s");
            outcome.add(line);
        }
    }
}
