package app.candor.audit.ui;

import app.candor.audit.AuditReading.Line;
import app.candor.uikit.UtcTime;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Entries as rows, with people named and without ids that mean nothing to a reader. */
class AuditTable extends NativeTable {
    private static final Pattern RAW_ID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}|[0-9a-fA-F]{24,}");
    private static final int FINGERPRINT = 12;

    private final NativeTableBody body = new NativeTableBody();

    AuditTable() {
        addClassNames("plain-table", "audit-table");
        var titles = new NativeTableRow();
        for (var title : List.of("Time", "Who", "What", "About", "Details", "Fingerprint")) {
            titles.add(new NativeTableHeaderCell(title));
        }
        getHead().addRows(titles);
        add(body);
    }

    void add(Line line) {
        var entry = line.entry();
        var hash = new Span(entry.hash().substring(0, FINGERPRINT));
        hash.addClassNames("mono", "t3");
        hash.setTitle(entry.hash());
        body.add(
                new NativeTableRow(
                        cell(UtcTime.full(entry.at())),
                        cell(new Span(actor(line.actor()))),
                        cell(new Span(entry.action())),
                        cell(new Span(about(entry.subject(), line.incidentKey()))),
                        cell(new Span(details(line))),
                        cell(hash)));
    }

    private static String actor(String name) {
        return name.equals("system") ? "Candor" : name;
    }

    /** {@code incident:ID} becomes “Incident INC-K7Q4”, {@code policy:GATES} “Policy gates”. */
    private static String about(String subject, String key) {
        var colon = subject.indexOf(':');
        var kind = colon < 0 ? subject : subject.substring(0, colon);
        var id = colon < 0 ? "" : subject.substring(colon + 1);
        var name =
                kind.isEmpty()
                        ? ""
                        : kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1);
        if (!key.isEmpty()) {
            return name + " " + key;
        }
        var readable =
                id.matches("[A-Z_]+") ? " " + id.toLowerCase(Locale.ROOT).replace('_', ' ') : "";
        return name + readable;
    }

    private static String details(Line line) {
        return line.facts().entrySet().stream()
                .filter(fact -> !RAW_ID.matcher(fact.getValue()).matches())
                .map(fact -> fact.getKey() + ": " + fact.getValue())
                .collect(Collectors.joining(" · "));
    }

    private static NativeTableCell cell(Component content) {
        return new NativeTableCell(content);
    }
}
