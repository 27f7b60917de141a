package app.candor.faq;

import app.candor.audit.AggregateStore;
import app.candor.audit.AggregateStores;
import app.candor.audit.Change;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** The desk where entries are sorted by product. */
@Service
public class Labels {
    private final AggregateStore<EntryLabels> store;
    private final Library library;

    Labels(AggregateStores stores, Library library) {
        this.store = stores.of("faq_labels", EntryLabels.class);
        this.library = library;
    }

    /**
     * What would be kept of such products, before there is an entry.
     *
     * @throws app.candor.access.Refused if they are too many or too long
     */
    public Set<String> tidy(Collection<String> products) {
        return new EntryLabels("", Set.copyOf(products)).products();
    }

    /**
     * Products of an entry, in order.
     *
     * @throws app.candor.access.NotFound if there is no such entry for this person
     */
    public Set<String> of(String entry) {
        return products(library.get(entry).id());
    }

    /**
     * @throws app.candor.access.NotFound if there is no such entry for this person
     * @throws app.candor.access.Refused if they may not write its answer, or the products are too
     *     many
     */
    public EntryLabels sort(String entry, Collection<String> products) {
        var incident = library.requireWriter(entry).incident();
        var labels = new EntryLabels(entry, Set.copyOf(products));
        var event = new LabelsChanged(entry, incident);
        if (store.find(entry).isEmpty()) {
            try {
                return store.insert(entry, Change.of(labels, event));
            } catch (DuplicateKeyException somebodyWasFirst) {
                return store.change(entry, before -> Change.of(labels, event));
            }
        }
        return store.change(
                entry,
                before -> before.equals(labels) ? Change.of(before) : Change.of(labels, event));
    }

    /** Products of an entry; asks nobody. */
    Set<String> products(String entry) {
        return store.find(entry).map(EntryLabels::products).orElse(Set.of());
    }

    /** Of all entries that have some, by entry; asks nobody. */
    Map<String, Set<String>> all() {
        var all = new HashMap<String, Set<String>>();
        store.forEach(labels -> all.put(labels.entry(), labels.products()));
        return all;
    }
}
