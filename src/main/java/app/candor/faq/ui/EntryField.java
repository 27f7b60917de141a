package app.candor.faq.ui;

import app.candor.access.Refused;
import app.candor.faq.Entry;
import app.candor.faq.Questions;
import com.vaadin.flow.component.combobox.ComboBox;
import java.util.function.Predicate;

/**
 * Chooses an entry: first those that fit some words, then whatever fits what is typed, as the
 * library would find it.
 */
class EntryField extends ComboBox<Entry> {
    private static final int CHOICE = 200;

    /**
     * @param words what is looked for while nothing is typed
     * @param offered which of those that fit can be chosen
     */
    EntryField(String label, Questions questions, String words, Predicate<Entry> offered) {
        super(label);
        setItems(query -> {
            var typed = query.getFilter().orElse("");
            return questions.fitting(typed.isBlank() ? words : typed, CHOICE).stream()
                    .filter(offered)
                    .skip(query.getOffset())
                    .limit(query.getLimit());
        });
        setItemLabelGenerator(Entry::question);
        setWidthFull();
    }

    /**
     * @throws Refused while none is chosen
     */
    String chosen() {
        var entry = getValue();
        if (entry == null) {
            throw new Refused("Choose an entry.");
        }
        return entry.id();
    }
}
