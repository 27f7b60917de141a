package app.candor.comms.ui;

import app.candor.access.Act;
import app.candor.access.Guarded;
import app.candor.access.Refused;
import app.candor.comms.WordingTrial;
import app.candor.policy.Policies;
import app.candor.policy.PolicyKind;
import app.candor.uikit.Buttons;
import app.candor.uikit.Page;
import app.candor.uikit.PageHeader;
import app.candor.uikit.Panel;
import app.candor.uikit.Toast;
import app.candor.voice.Finding;
import app.candor.voice.Rule;
import app.candor.voice.Weight;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The company's words and the weight of each rule; tried on past texts before it is proposed. */
@Route("policy/voice")
@PageTitle("Voice and tone · Candor")
@StyleSheet("context://assets/comms.css")
@PermitAll
class VoiceRulesView extends Page {
    private static final List<Weight> CHOICES = List.of(Weight.HINT, Weight.WARNING, Weight.ERROR);

    private final CommsDesk desk;
    private final Policies policies;
    private final WordingTrial trial;
    private final int version;
    private final String inForce;
    private final Map<String, TextArea> lists = new LinkedHashMap<>();
    private final Map<String, String> shipped = new HashMap<>();
    private final Map<String, Weight> weights = new HashMap<>();
    private final Div outcome = new Div();
    private final boolean administers;

    VoiceRulesView(CommsDesk desk, Policies policies, WordingTrial trial) {
        this.desk = desk;
        this.policies = policies;
        this.trial = trial;
        this.administers = desk.access().may(Act.CHANGE_POLICY, Guarded.open());
        var active = policies.active(PolicyKind.VOICE);
        this.version = active.number();
        this.inForce = active.json();
        outcome.addClassName("stack-l");
        add(
                new PageHeader(
                        "Voice and tone",
                        "Version "
                                + active.number()
                                + " is in force. A change takes two administrators."),
                companyWords(),
                rules());
        if (administers) {
            add(actions(), outcome);
        }
        add(new Anchor("policy?kind=voice", "All policies and their versions"));
    }

    private Panel companyWords() {
        var company = policies.voice().book().company();
        var fields = new Div();
        fields.addClassName("voice-words");
        field(fields, "addresses", "Published addresses and numbers", company.addresses());
        field(fields, "allow", "Words that no rule of style minds", company.allow());
        field(fields, "avoid", "Words to avoid", company.avoid());
        field(
                fields,
                "instead",
                "Say instead, as: word = better word",
                company.instead().entrySet().stream()
                        .map(pair -> pair.getKey() + " = " + pair.getValue())
                        .sorted()
                        .toList());
        field(fields, "components", "Parts of the product", company.components());
        field(fields, "regions", "Regions", company.regions());
        return new Panel("Company words, one a line", fields).padded();
    }

    private void field(Div fields, String key, String label, List<String> words) {
        var field = new TextArea(label);
        field.setValue(String.join("\n", words));
        shipped.put(key, field.getValue());
        field.setReadOnly(!administers);
        field.setMinRows(3);
        field.setMaxRows(8);
        lists.put(key, field);
        fields.add(field);
    }

    private Panel rules() {
        var all = policies.voice().book().rules();
        var grid = new Grid<Rule>();
        grid.setItems(all);
        grid.setHeight("420px");
        grid.addComponentColumn(VoiceRulesView::said).setHeader("Rule").setFlexGrow(1);
        grid.addComponentColumn(this::weight).setHeader("Weight").setWidth("156px").setFlexGrow(0);
        var filter = new TextField();
        filter.setPlaceholder("Filter rules");
        filter.setAriaLabel("Filter rules");
        filter.setClearButtonVisible(true);
        filter.setValueChangeMode(ValueChangeMode.LAZY);
        var weight = new Select<Weight>();
        weight.setAriaLabel("Filter by weight");
        weight.setItems(Weight.values());
        weight.setItemLabelGenerator(one -> one == null ? "Any weight" : one.label());
        weight.setEmptySelectionAllowed(true);
        weight.setEmptySelectionCaption("Any weight");
        Runnable narrow =
                () ->
                        grid.setItems(
                                all.stream()
                                        .filter(rule -> mentions(rule, filter.getValue()))
                                        .filter(rule ->
                                                weight.getValue() == null
                                                        || weightOf(rule) == weight.getValue())
                                        .toList());
        filter.addValueChangeListener(changed -> narrow.run());
        weight.addValueChangeListener(changed -> narrow.run());
        var filters = new Div(filter, weight);
        filters.addClassName("voice-filters");
        return new Panel("Rules, " + all.size(), filters, grid).padded();
    }

    private static boolean mentions(Rule rule, String words) {
        return (rule.title()
                        + " "
                        + rule.category().label()
                        + " "
                        + rule.why()
                        + " "
                        + rule.phrases())
                .toLowerCase(Locale.ROOT)
                .contains(words.toLowerCase(Locale.ROOT));
    }

    private Weight weightOf(Rule rule) {
        return weights.getOrDefault(rule.id(), rule.weight());
    }

    /** Its name and what it looks after, and below that what the writer reads. */
    private static Div said(Rule rule) {
        var title = new Span(rule.title());
        title.addClassName("b");
        var category = new Span(rule.category().label());
        category.addClassNames("s", "t2");
        var why = new Div(rule.why());
        why.addClassNames("s", "t2");
        if (!rule.bad().isEmpty()) {
            why.setTitle("Not: " + rule.bad() + " But: " + rule.good());
        }
        var said = new Div(new Div(title, category), why);
        said.addClassName("voice-rule");
        return said;
    }

    private com.vaadin.flow.component.Component weight(Rule rule) {
        var now = weightOf(rule);
        if (!administers || !CHOICES.contains(rule.weight())) {
            return new Span(now.label());
        }
        var select = new Select<Weight>();
        select.setAriaLabel("Weight of " + rule.title());
        select.setWidthFull();
        select.setItems(CHOICES);
        select.setItemLabelGenerator(Weight::label);
        select.setValue(now);
        select.addValueChangeListener(changed -> weights.put(rule.id(), changed.getValue()));
        return select;
    }

    private Div actions() {
        var actions =
                new Div(
                        Buttons.primary("Propose these rules", this::propose),
                        Buttons.secondary("Try on past texts", this::tryOut));
        actions.addClassName("form-actions");
        return actions;
    }

    private String changed() {
        var text = new RulebookText(inForce);
        lists.forEach((key, field) -> {
            if (field.getValue().equals(shipped.get(key))) {
                return;
            }
            var lines =
                    field.getValue().lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
            if (key.equals("instead")) {
                text.instead(pairs(lines));
            } else {
                text.list(key, lines);
            }
        });
        weights.forEach(text::weight);
        if (text.text().equals(inForce)) {
            throw new Refused("Nothing is changed yet. Change a word or the weight of a rule.");
        }
        return text.text();
    }

    private static Map<String, String> pairs(List<String> lines) {
        var pairs = new LinkedHashMap<String, String>();
        for (var line : lines) {
            var parts = line.split("=", 2);
            if (parts.length < 2 || parts[0].isBlank() || parts[1].isBlank()) {
                throw new Refused(
                        "Write a word, an equals sign and the better word: “" + line + "”.");
            }
            pairs.put(parts[0].strip(), parts[1].strip());
        }
        return pairs;
    }

    private void propose() {
        if (policies.active(PolicyKind.VOICE).number() != version) {
            throw new Refused(
                    "Another version came into force since you opened this page. Nothing was"
                            + " proposed. Note your changes, load the page again and repeat them.");
        }
        var proposed = policies.propose(PolicyKind.VOICE, changed());
        Toast.show("Version " + proposed.number() + " waits for a second administrator");
        UI.getCurrent().navigate("policy", QueryParameters.of("kind", "voice"));
    }

    private void tryOut() {
        var tried = trial.tryOut(changed());
        outcome.removeAll();
        var panel = new Panel("Tried on past texts").padded();
        panel.note(read(tried.texts()));
        if (tried.texts() == 0) {
            panel.add(new Paragraph("No text was submitted yet that these rules could read."));
        } else if (tried.changed().isEmpty()) {
            panel.add(new Paragraph("They would be judged as before."));
        }
        for (var one : tried.changed()) {
            panel.add(title(one.title()));
            one.gained().forEach(finding -> panel.add(line("New: ", finding)));
            one.lost().forEach(finding -> panel.add(line("Gone: ", finding)));
        }
        outcome.add(panel);
    }

    private static String read(int texts) {
        return texts == 1 ? "1 text read" : texts + " texts read";
    }

    private static Paragraph title(String text) {
        var title = new Paragraph(text);
        title.addClassName("b");
        return title;
    }

    private static Paragraph line(String what, Finding finding) {
        return new Paragraph(
                what
                        + finding.weight().label().toLowerCase(Locale.ROOT)
                        + ", "
                        + finding.title()
                        + (finding.words().isEmpty() ? "" : ": “" + finding.words() + "”"));
    }
}
