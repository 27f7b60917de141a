package app.candor.notify;

import app.candor.audit.Told;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.Command;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.context.event.EventListener;

/**
 * Open pages that show a topic and redraw when it changes. Topics are subjects of events ({@code
 * incident:ID}, {@code draft:ID}), the incident of an event as {@code incident:ID}, and {@code
 * inbox:PERSON}.
 */
@org.springframework.stereotype.Component
public class LivePages {
    private final ConcurrentHashMap<String, Set<Page>> pages = new ConcurrentHashMap<>();
    private final SharedReadings readings;

    LivePages(SharedReadings readings) {
        this.readings = readings;
    }

    /** An open page; changes that come before it was redrawn are one to it. */
    private static final class Page {
        private final UI ui;
        private final Command redraw;
        private final AtomicBoolean told = new AtomicBoolean();

        Page(UI ui, Command redraw) {
            this.ui = ui;
            this.redraw = redraw;
        }

        /** The page of whoever acts redraws with the answer; nobody waits for the others' pages. */
        void tell() {
            if (!told.compareAndSet(false, true)) {
                return;
            }
            if (ui == UI.getCurrent()) {
                redrawWhenFree();
            } else {
                Thread.ofVirtual().name("live-page").start(this::redrawWhenFree);
            }
        }

        private void redrawWhenFree() {
            try {
                ui.access(() -> {
                    told.set(false);
                    redraw.execute();
                });
            } catch (UIDetachedException closed) {
                // Nobody looks at it any more.
            }
        }
    }

    /**
     * Redraws when the topic changes, while the component is attached. The command runs with the
     * page locked, after each change at least once; changes in a row may share one.
     */
    public void watch(com.vaadin.flow.component.Component component, String topic, Command redraw) {
        component.addAttachListener(attached -> {
            var page = new Page(attached.getUI(), redraw);
            pages.computeIfAbsent(topic, none -> ConcurrentHashMap.newKeySet()).add(page);
            attached.getSource()
                    .addDetachListener(detached -> {
                        detached.unregisterListener();
                        forget(topic, page);
                    });
        });
    }

    /** Tells every open page that shows the topic. */
    public void changed(String topic) {
        readings.changed(topic);
        pages.getOrDefault(topic, Set.of()).forEach(Page::tell);
    }

    @EventListener
    void on(Told<?> told) {
        changed(told.event().subject());
        var incident = told.event().incident();
        if (incident != null && !told.event().subject().equals("incident:" + incident)) {
            changed("incident:" + incident);
        }
        if (incident != null) {
            changed("incidents");
        }
    }

    private void forget(String topic, Page page) {
        pages.computeIfPresent(
                topic,
                (name, watching) -> {
                    watching.remove(page);
                    return watching.isEmpty() ? null : watching;
                });
    }
}
