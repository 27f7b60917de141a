package app.candor.incident.ui;

import app.candor.incident.Incident;
import app.candor.incident.review.LeadershipReport;
import app.candor.incident.review.LeadershipReport.Lesson;
import app.candor.incident.review.LeadershipReports;
import app.candor.uikit.DefinitionRows;
import app.candor.uikit.EmptyState;
import app.candor.uikit.Glyph;
import app.candor.uikit.Icon;
import app.candor.uikit.ListRow;
import app.candor.uikit.Panel;
import app.candor.uikit.Times;
import app.candor.uikit.UtcTime;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import jakarta.annotation.security.PermitAll;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;

/** What leadership reads: where it stands or how it ended, and what changes because of it. */
@Route("incidents/:key/review/report")
@PermitAll
class LeadershipReportView extends RecordPage {
    private final LeadershipReports reports;

    LeadershipReportView(RoomDesk desk, LeadershipReports reports) {
        super(
                desk,
                "Report to leadership",
                "Made from the records of the incident at this moment; nothing is typed twice.",
                "review/report");
        this.reports = reports;
    }

    @Override
    Component[] parts(Incident incident) {
        var report = reports.of(incident.id());
        var parts = new ArrayList<Component>();
        var status = new Paragraph(report.status());
        status.addClassName("b");
        var head = new Div(status, download(incident, report));
        head.addClassNames("row", "wrap", "report-head");
        parts.add(head);
        var known = new DefinitionRows();
        report.known().forEach(line -> known.row(line.name(), line.value()));
        parts.add(new Panel("What is known", known).padded());
        var times = new DefinitionRows();
        report.times().forEach(one -> times.row(one.name(), UtcTime.full(one.at())));
        parts.add(new Panel("When", times).padded());
        parts.add(new Panel("How it was answered", new Figures(report.figures())));
        if (!report.customers().isEmpty()) {
            var list = new UnorderedList();
            report.customers().forEach(line -> list.add(new ListItem(line)));
            parts.add(new Panel("Customers", list).padded());
        }
        parts.add(
                new Panel(
                                "Root cause",
                                report.rootCause().isEmpty()
                                        ? new Paragraph("Not written yet.")
                                        : RootCausePanel.words(report.rootCause()))
                        .padded());
        parts.add(lessons(report));
        return parts.toArray(Component[]::new);
    }

    private Component lessons(LeadershipReport report) {
        var panel = new Panel("Learnings and actions");
        report.lessons().forEach(lesson -> panel.add(lesson(lesson)));
        if (report.lessons().isEmpty()) {
            panel.add(new EmptyState(Glyph.BOOK, "None are written yet", ""));
        }
        return panel;
    }

    private static Component lesson(Lesson lesson) {
        var words = new Div(lesson.words());
        words.addClassName("row-title");
        var content = new Div(words);
        for (var action : lesson.actions()) {
            var line =
                    new Div(
                            action.title()
                                    + " · "
                                    + action.owner()
                                    + ", by "
                                    + action.due()
                                    + ": "
                                    + action.state());
            line.addClassName("s");
            content.add(line);
        }
        var none = lesson.noAction().isEmpty() ? "" : "No action: " + lesson.noAction();
        return new ListRow(new Icon(Glyph.BOOK), content, none);
    }

    private Anchor download(Incident incident, LeadershipReport report) {
        var file =
                DownloadHandler.fromInputStream(request -> {
                    var bytes = reports.pdf(incident.id());
                    return new DownloadResponse(
                            new ByteArrayInputStream(bytes),
                            report.key() + "-report.pdf",
                            "application/pdf",
                            bytes.length);
                });
        var anchor = new Anchor(file, "Download PDF");
        anchor.addClassName("button");
        anchor.getElement().insertChild(0, new Icon(Glyph.DOWNLOAD).getElement());
        anchor.setTitle("As of " + Times.dateTime(report.madeAt()));
        return anchor;
    }
}
