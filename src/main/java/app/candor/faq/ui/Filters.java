package app.candor.faq.ui;

import app.candor.comms.AudienceScope;
import app.candor.faq.FaqSearch;
import app.candor.faq.index.Wanted.Narrowed;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Narrows a search to an incident, a product or an audience; each shows only if it can choose. */
class Filters extends Div {
    private static final FaqSearch.Named ALWAYS =
            new FaqSearch.Named(Narrowed.EVERGREEN, "Always valid", "");

    private final Select<FaqSearch.Named> incident = new Select<>();
    private final Select<String> product = new Select<>();
    private final Select<AudienceScope> audience = new Select<>();

    Filters(FaqSearch search, Runnable changed) {
        addClassNames("row", "faq-filters");
        var incidents = new ArrayList<>(search.incidents());
        incidents.add(ALWAYS);
        choice(incident, "Incident", "Any incident", incidents, changed);
        incident.setItemLabelGenerator(one -> {
            if (one == null) {
                return "Any incident";
            }
            return one.title().isEmpty() ? one.key() : one.key() + ", " + one.title();
        });
        choice(product, "Product", "Any product", search.products(), changed);
        choice(audience, "Audience", "Any audience", search.audiences(), changed);
        audience.setItemLabelGenerator(one -> one == null ? "Any audience" : "For " + one.label());
    }

    Narrowed narrowed() {
        var chosen = incident.getValue();
        var readers = audience.getValue();
        return new Narrowed(
                chosen == null ? null : chosen.id(),
                product.getValue(),
                readers == null ? null : readers.name(),
                false);
    }

    boolean isSet() {
        return !narrowed().equals(Narrowed.NOT);
    }

    void clear() {
        incident.clear();
        product.clear();
        audience.clear();
    }

    /** Narrows to that incident, if it is one of those to choose from. */
    void choose(@Nullable String incidentId) {
        incident.getListDataView()
                .getItems()
                .filter(one -> one.id().equals(incidentId))
                .findFirst()
                .ifPresent(incident::setValue);
    }

    private <T> void choice(
            Select<T> select, String label, String any, List<T> items, Runnable changed) {
        if (items.isEmpty()) {
            return;
        }
        select.setAriaLabel(label);
        select.setItems(items);
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(any);
        select.setPlaceholder(any);
        select.addValueChangeListener(picked -> changed.run());
        add(select);
    }
}
