package app.candor.faq;

import app.candor.audit.AuditTail;
import app.candor.audit.Told;
import app.candor.faq.index.Finder;
import app.candor.faq.index.Found;
import app.candor.faq.index.Wanted;
import app.candor.notify.LivePages;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * The index of this node: built from MongoDB in the background while it is searched already, told
 * of changes made here by their events, and of those made elsewhere by the log, twice a second.
 */
@Component
class FaqIndex {
    private static final Logger log = LoggerFactory.getLogger(FaqIndex.class);
    private static final String SUBJECT = "faq:";
    private static final String POLICY = "policy:";
    private static final String COPIED = "copied";
    private static final int TOLD_AT_ONCE = 500;
    private static final int SEEN_WHILE_BUILDING = 2_000;
    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

    private final Library library;
    private final Labels labels;
    private final KnownIncidents incidents;
    private final KnownSynonyms synonyms;
    private final AuditTail tail;
    private final LivePages pages;
    private final Clock clock;

    /** Made by whoever needs it first, mostly the thread that builds: it takes a while to load. */
    private final SingletonSupplier<Finder> finder = SingletonSupplier.of(Finder::new);

    private final Object writing = new Object();
    private final Set<String> products = ConcurrentHashMap.newKeySet();
    private final Set<String> changedWhileBuilding = new HashSet<>();
    private volatile long told = -1;
    private volatile boolean built;
    private volatile boolean stopping;
    private @Nullable Thread building;

    FaqIndex(
            Library library,
            Labels labels,
            KnownIncidents incidents,
            KnownSynonyms synonyms,
            AuditTail tail,
            LivePages pages,
            Clock clock) {
        this.library = library;
        this.labels = labels;
        this.incidents = incidents;
        this.synonyms = synonyms;
        this.tail = tail;
        this.pages = pages;
        this.clock = clock;
    }

    Found find(Wanted wanted) {
        return finder.obtain().find(wanted, synonyms.inForce());
    }

    /** Every product that any entry was ever sorted under here. */
    Set<String> products() {
        return products;
    }

    /** Whether every entry that there was at the start is in it. */
    boolean isBuilt() {
        return built;
    }

    @EventListener(ApplicationReadyEvent.class)
    void onReady() {
        start();
    }

    /** The thread in which it is built. */
    Thread start() {
        told = tail.head();
        var thread = Thread.ofPlatform().name("faq-index").daemon().start(this::build);
        building = thread;
        return thread;
    }

    private void build() {
        var begun = clock.instant();
        var seen = new int[1];
        var sorted = labels.all();
        library.forEach(entry -> {
            synchronized (writing) {
                if (!stopping && !changedWhileBuilding.contains(entry.id())) {
                    var of = sorted.getOrDefault(entry.id(), Set.of());
                    note(entry, of);
                    finder.obtain().add(Cards.of(entry, of));
                }
            }
            if (++seen[0] % SEEN_WHILE_BUILDING == 0) {
                finder.obtain().refresh();
            }
        });
        if (stopping) {
            return;
        }
        finder.obtain().pack();
        synchronized (writing) {
            built = true;
            changedWhileBuilding.clear();
        }
        pages.changed(FaqSearch.TOPIC);
        log.info(
                "FAQ index holds {} entries after {} ms",
                finder.obtain().size(),
                Duration.between(begun, clock.instant()).toMillis());
    }

    /** What happened on any node since the last look. */
    @Scheduled(fixedDelayString = "PT0.5S")
    void catchUp() {
        if (told < 0) {
            return;
        }
        var news = tail.after(told, TOLD_AT_ONCE);
        var entries = new HashSet<String>();
        for (var one : news) {
            var incident = one.incident();
            if (incident != null) {
                incidents.forget(incident);
            }
            if (one.subject().startsWith(SUBJECT) && !one.action().equals(COPIED)) {
                entries.add(one.subject().substring(SUBJECT.length()));
            }
            if (one.subject().startsWith(POLICY)) {
                synonyms.forget();
            }
            told = one.number();
        }
        entries.forEach(this::readAgain);
        if (!entries.isEmpty()) {
            pages.changed(FaqSearch.TOPIC);
        }
    }

    @EventListener
    void on(Told<?> here) {
        var incident = here.event().incident();
        if (incident != null) {
            incidents.forget(incident);
        }
        if (here.event().subject().startsWith(POLICY)) {
            synonyms.forget();
        }
        if (here.event().subject().startsWith(SUBJECT) && !(here.event() instanceof AnswerCopied)) {
            readAgain(here.event().subject().substring(SUBJECT.length()));
            pages.changed(FaqSearch.TOPIC);
        }
    }

    /** Reads and puts under one lock, so that an older state never replaces a newer one. */
    private void readAgain(String id) {
        synchronized (writing) {
            if (!built) {
                changedWhileBuilding.add(id);
            }
            library.find(id)
                    .ifPresentOrElse(
                            entry -> put(entry, labels.products(id)),
                            () -> finder.obtain().remove(id));
        }
        finder.obtain().refresh();
    }

    private void put(Entry entry, Set<String> of) {
        note(entry, of);
        finder.obtain().put(entry.id(), Cards.of(entry, of));
    }

    private void note(Entry entry, Set<String> of) {
        products.addAll(of);
        var incident = entry.incident();
        if (incident != null) {
            incidents.note(incident);
        }
    }

    @PreDestroy
    void close() throws IOException, InterruptedException {
        stopping = true;
        if (building != null) {
            building.join(LONGEST_STOP);
        }
        finder.obtain().close();
    }
}
