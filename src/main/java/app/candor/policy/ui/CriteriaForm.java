package app.candor.policy.ui;

import app.candor.access.Refused;
import app.candor.policy.CriteriaPolicy;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.stream.Collectors;

/**
 * From when on something is an incident: two shares, and questions of which one "yes" is enough.
 */
class CriteriaForm extends PolicyForm {
    final IntegerField merchants = share("Of all merchants, more than");
    final IntegerField integration = share("Of the merchants of one integration, more than");
    final TextArea always = new TextArea("Always an incident, one question a line");

    CriteriaForm(CriteriaPolicy policy) {
        merchants.setValue(policy.merchantsOverPercent());
        integration.setValue(policy.integrationOverPercent());
        always.setValue(String.join("\n", policy.always()));
        always.setWidthFull();
        always.setMinRows(3);
        always.addValueChangeListener(typed -> changed());
        var shares = new Div(merchants, integration);
        shares.addClassName("clock-single");
        add(shares, always);
    }

    @Override
    String json() {
        return """
        {
          "merchantsOverPercent": %d,
          "integrationOverPercent": %d,
          "always": [
        %s
          ]
        }
        """
                .formatted(
                        percent(merchants),
                        percent(integration),
                        always.getValue()
                                .lines()
                                .map(String::strip)
                                .filter(line -> !line.isEmpty())
                                .map(line -> "    " + Keys.quoted(line))
                                .collect(Collectors.joining(",\n")));
    }

    private IntegerField share(String label) {
        var field = new IntegerField(label);
        field.setMin(0);
        field.setMax(100);
        field.setSuffixComponent(new com.vaadin.flow.component.html.Span("%"));
        field.addValueChangeListener(typed -> changed());
        return field;
    }

    private static int percent(IntegerField field) {
        var value = field.getValue();
        if (value == null || value < 0 || value > 100) {
            throw new Refused(field.getLabel() + ": give a whole number from 0 to 100.");
        }
        return value;
    }
}
