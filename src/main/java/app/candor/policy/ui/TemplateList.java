package app.candor.policy.ui;

import app.candor.policy.TemplatePolicy;
import app.candor.policy.TemplatePolicy.Template;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** Templates one below the other; each is drawn once it is opened. */
class TemplateList extends Div {

    TemplateList(List<Template> templates) {
        addClassName("parts-form");
        addClassName("template-list");
        templates.forEach(template -> add(entry(template)));
    }

    /** Those of a proposal that the version in force does not have word for word. */
    static List<Template> changed(TemplatePolicy inForce, TemplatePolicy proposed) {
        return proposed.templates().stream()
                .filter(template -> !inForce.templates().contains(template))
                .toList();
    }

    private static NativeDetails entry(Template template) {
        var name = new Span(template.name());
        var count = template.sections().stream().filter(one -> !one.title().isEmpty()).count();
        var size = new Span(count == 0 ? "" : count + (count == 1 ? " section" : " sections"));
        size.addClassNames("s", "t2");
        var summary = new Span(name, size);
        summary.addClassName("template-name");
        var details = new NativeDetails();
        details.setSummary(summary);
        details.addToggleListener(toggled -> {
            if (toggled.isOpened()) {
                details.setContent(new TemplateSheet(template));
            }
        });
        return details;
    }
}
