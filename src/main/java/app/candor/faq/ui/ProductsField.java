package app.candor.faq.ui;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/** Products to choose from those in use, or named anew. */
class ProductsField extends MultiSelectComboBox<String> {
    private final Set<String> known;

    ProductsField(Collection<String> inUse) {
        super("Products");
        known = new TreeSet<>(inUse);
        setItems(known);
        setHelperText("Narrows a search. Type a new one and press Enter. At most 8.");
        setAllowCustomValue(true);
        setWidthFull();
        addCustomValueSetListener(typed -> choose(typed.getDetail().strip()));
    }

    private void choose(String product) {
        if (product.isEmpty()) {
            return;
        }
        var chosen = new HashSet<>(getValue());
        chosen.add(product);
        known.addAll(chosen);
        setItems(known);
        setValue(chosen);
    }
}
