package app.candor.policy.ui;

import app.candor.access.Refused;
import app.candor.policy.ClockPolicy;
import app.candor.policy.Severity;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The times that are owed, as fields instead of JSON; minutes throughout. */
class ClockForm extends PolicyForm {
    private static final List<String> STAGES = List.of("investigating", "identified", "monitoring");
    private static final List<String> SILENCE = List.of("reminder", "deputy", "escalation");
    private static final int A_WEEK = 7 * 24 * 60;

    private final Map<String, IntegerField> fields = new LinkedHashMap<>();

    ClockForm(ClockPolicy policy) {
        addClassName("clock-form");
        var single = new Div();
        single.addClassName("clock-single");
        single.add(
                labelled("respond", "Response to a report", policy.respond()),
                labelled("staffUpdate", "Between updates to staff", policy.staffUpdate()),
                labelled("warnBefore", "Warning before a due time", policy.warnBefore()));
        add(
                single,
                new H3("First notice after declaring"),
                table(
                        List.of("first notice"),
                        "firstNotice",
                        (severity, none) -> policy.firstNotice().get(severity)),
                new H3("Update to customers every"),
                table(
                        STAGES,
                        "cadence",
                        (severity, stage) ->
                                policy.cadence().getOrDefault(severity, Map.of()).get(stage)),
                new H3("Silence at a gate: steps after"),
                table(
                        SILENCE,
                        "approval",
                        (severity, step) ->
                                policy.approval()
                                        .getOrDefault(severity, List.of())
                                        .get(SILENCE.indexOf(step))));
    }

    /** A severity without a first notice owes none. */
    @Override
    String json() {
        return """
        {
          "respond": %d,
          "firstNotice": {%s},
          "cadence": {
        %s
          },
          "staffUpdate": %d,
          "approval": {%s},
          "warnBefore": %d
        }
        """
                .formatted(
                        value("respond"),
                        firstNotices(),
                        Arrays.stream(Severity.values())
                                .map(severity ->
                                        "    \"" + severity + "\": {" + stages(severity) + "}")
                                .collect(Collectors.joining(",\n")),
                        value("staffUpdate"),
                        Arrays.stream(Severity.values())
                                .map(severity -> "\"" + severity + "\": [" + steps(severity) + "]")
                                .collect(Collectors.joining(", ")),
                        value("warnBefore"));
    }

    /** The field of a severity and column, for tests and labels alike. */
    IntegerField field(String name) {
        return java.util.Objects.requireNonNull(fields.get(name), name);
    }

    private String firstNotices() {
        return Arrays.stream(Severity.values())
                .filter(severity -> !field(name("firstNotice", severity, "first notice")).isEmpty())
                .map(severity ->
                        "\"%s\": %d"
                                .formatted(
                                        severity,
                                        value(name("firstNotice", severity, "first notice"))))
                .collect(Collectors.joining(", "));
    }

    private String stages(Severity severity) {
        return STAGES.stream()
                .map(stage ->
                        "\"%s\": %d".formatted(stage, value(name("cadence", severity, stage))))
                .collect(Collectors.joining(", "));
    }

    private String steps(Severity severity) {
        var minutes =
                SILENCE.stream().map(step -> value(name("approval", severity, step))).toList();
        if (!minutes.equals(minutes.stream().sorted().distinct().toList())) {
            throw new Refused(
                    severity + ": the reminder comes first, then the deputy, then the escalation.");
        }
        return minutes.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private int value(String name) {
        var field = field(name);
        var minutes = field.getValue();
        if (minutes == null || minutes < 1 || minutes > A_WEEK) {
            throw new Refused(
                    field.getAriaLabel().orElse(field.getLabel())
                            + ": give whole minutes from 1 to "
                            + A_WEEK
                            + ".");
        }
        return minutes;
    }

    private Div table(List<String> columns, String group, Lookup now) {
        var grid = new Div();
        grid.addClassNames("clock-grid", "of-" + columns.size());
        grid.add(new Span(""));
        columns.forEach(column -> grid.add(head(column)));
        for (var severity : Severity.values()) {
            grid.add(head(severity.name()));
            for (var column : columns) {
                var field = minutes(name(group, severity, column), now.of(severity, column));
                field.setAriaLabel(severity + ", " + column + ", minutes");
                grid.add(field);
            }
        }
        return grid;
    }

    private IntegerField labelled(String name, String label, int now) {
        var field = minutes(name, now);
        field.setLabel(label);
        return field;
    }

    private IntegerField minutes(String name, @Nullable Integer now) {
        var field = new IntegerField();
        field.setMin(1);
        field.setMax(A_WEEK);
        field.setSuffixComponent(new Span("min"));
        field.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        if (now != null) {
            field.setValue(now);
        }
        field.addValueChangeListener(typed -> changed());
        fields.put(name, field);
        return field;
    }

    private static Span head(String text) {
        var head = new Span(text);
        head.addClassNames("s", "t2");
        return head;
    }

    private static String name(String group, Severity severity, String column) {
        return group + " " + severity + " " + column;
    }

    /** What is in force; null where nothing is owed. */
    private interface Lookup {
        @Nullable Integer of(Severity severity, String column);
    }
}
