package app.candor.policy.ui;

import app.candor.access.Refused;
import app.candor.policy.TemplatePolicy;
import app.candor.policy.TemplatePolicy.Section;
import app.candor.policy.TemplatePolicy.Template;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** How texts begin: templates one below the other, each with its sections. */
class TemplateForm extends PolicyForm {
    private final List<TemplateFields> templates = new ArrayList<>();
    private final List<String> kinds;
    private final Div place = new Div();

    TemplateForm(TemplatePolicy policy) {
        addClassName("parts-form");
        place.addClassName("stack");
        kinds = policy.templates().stream().map(Template::kind).distinct().toList();
        policy.templates().forEach(template -> add(template, templates.size()));
        add(place);
    }

    @Override
    String json() {
        var kept = templates.stream().map(TemplateFields::value).toList();
        refuseWhatIsMissing(kept);
        return """
        {
          "templates": [
        %s
          ]
        }
        """
                .formatted(
                        kept.stream().map(TemplateForm::json).collect(Collectors.joining(",\n")));
    }

    /** In their order, for tests. */
    List<TemplateFields> templates() {
        return templates;
    }

    private void refuseWhatIsMissing(List<Template> kept) {
        var names = new TreeSet<String>();
        for (var template : kept) {
            if (!names.add(template.kind() + " " + template.name())) {
                throw new Refused("Two templates are called " + template.name() + ".");
            }
            if (kept.stream().filter(other -> sameUse(template, other)).count() > 1) {
                throw new Refused(
                        template.name()
                                + " is for the same incidents as another template of its kind.");
            }
        }
        for (var kind : kinds) {
            if (kept.stream().noneMatch(one -> one.kind().equals(kind) && isForAll(one))) {
                throw new Refused(
                        "Leave one template for every incident among those of the kind "
                                + kind.replace('-', ' ')
                                + ".");
            }
        }
    }

    private static boolean sameUse(Template one, Template other) {
        return one.kind().equals(other.kind())
                && one.types().equals(other.types())
                && one.stages().equals(other.stages())
                && Objects.equals(one.personalData(), other.personalData());
    }

    /** First notices are the only kind that has no template without a stage. */
    private static boolean isForAll(Template template) {
        return template.types().isEmpty() && template.personalData() == null;
    }

    private TemplateFields add(Template template, int at) {
        var fields = new TemplateFields(template, this::changed, this::copy, this::remove);
        templates.add(at, fields);
        place.addComponentAtIndex(at, fields);
        return fields;
    }

    private void remove(TemplateFields fields) {
        templates.remove(fields);
        place.remove(fields);
        changed();
    }

    /** Another one below it, to be narrowed to a type or a stage. */
    private void copy(TemplateFields original) {
        var begun = original.value();
        var copy =
                new Template(
                        begun.kind(),
                        "Copy of " + begun.name(),
                        begun.purpose(),
                        begun.types(),
                        begun.stages(),
                        begun.personalData(),
                        begun.sections());
        add(copy, templates.indexOf(original) + 1).setOpen(true);
        changed();
    }

    private static String json(Template template) {
        return """
            {
              "kind": %s,
              "name": %s,
              "purpose": %s,
        %s%s%s\
              "sections": [
        %s
              ]
            }\
        """
                .formatted(
                        Keys.quoted(template.kind()),
                        Keys.quoted(template.name()),
                        Keys.quoted(template.purpose()),
                        list("types", TemplateWords.TYPES, template.types()),
                        list("stages", TemplateWords.STAGES, template.stages()),
                        template.personalData() == null
                                ? ""
                                : "      \"personalData\": " + template.personalData() + ",\n",
                        template.sections().stream()
                                .map(TemplateForm::json)
                                .collect(Collectors.joining(",\n")));
    }

    private static String list(String name, List<String> order, Collection<String> chosen) {
        return chosen.isEmpty()
                ? ""
                : order.stream()
                        .filter(chosen::contains)
                        .map(one -> "        " + Keys.quoted(one))
                        .collect(
                                Collectors.joining(
                                        ",\n", "      \"" + name + "\": [\n", "\n      ],\n"));
    }

    private static String json(Section section) {
        return """
                {
                  "title": %s,
                  "required": %s,
                  "fresh": %s,
                  "hint": %s,
                  "text": %s
                }\
        """
                .formatted(
                        Keys.quoted(section.title()),
                        section.required(),
                        section.fresh(),
                        Keys.quoted(section.hint()),
                        Keys.quoted(section.text()));
    }
}
