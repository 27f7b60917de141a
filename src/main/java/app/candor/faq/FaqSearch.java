package app.candor.faq;

import app.candor.access.NotFound;
import app.candor.audit.Told;
import app.candor.notify.LivePages;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Search as people type. The index is built from MongoDB in the background and kept by events;
 * rights are asked of the entries found, never of the index.
 */
@Service
public class FaqSearch {
    /** What open pages of the library watch. */
    public static final String TOPIC = "faq";

    private static final int LOOKED_AT = 200;

    private final Library library;
    private final LivePages pages;
    private final Finder finder = new Finder();

    FaqSearch(Library library, LivePages pages) {
        this.library = library;
        this.pages = pages;
    }

    /**
     * Entries the reader may see: those of incidents first, then those that are always valid, each
     * best first.
     *
     * @param typed anything; see {@link Finder#find}
     * @param limit at most this many
     */
    public List<Entry> find(String typed, int limit) {
        var ofIncidents = new ArrayList<Entry>();
        var evergreen = new ArrayList<Entry>();
        for (var id : finder.find(typed, LOOKED_AT)) {
            try {
                var entry = library.get(id);
                (entry.incident() == null ? evergreen : ofIncidents).add(entry);
            } catch (NotFound goneOrHidden) {
                continue;
            }
        }
        ofIncidents.addAll(evergreen);
        return ofIncidents.stream().limit(limit).toList();
    }

    @EventListener(ApplicationReadyEvent.class)
    void build() {
        Thread.ofVirtual().name("faq-index").start(this::indexAll);
    }

    /** Other nodes' changes: rare and few, so all are read again. */
    @Scheduled(fixedDelayString = "PT30S", initialDelayString = "PT30S")
    void indexAll() {
        library.all().forEach(finder::put);
    }

    @EventListener
    void on(Told<EntryChanged> told) {
        library.find(told.event().entry()).ifPresent(finder::put);
        pages.changed(TOPIC);
    }

    @PreDestroy
    void close() throws IOException {
        finder.close();
    }
}
