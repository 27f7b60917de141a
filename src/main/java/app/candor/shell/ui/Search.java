package app.candor.shell.ui;

import app.candor.shell.FindSource;
import app.candor.shell.Found;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Asks every source in the name of the current person and puts the best first. */
@Component
class Search {
    private static final int LONGEST = 200;

    private final List<FindSource> sources;

    Search(List<FindSource> sources) {
        this.sources = sources;
    }

    /** Pages and things by their name; all pages for no words. */
    List<Found> byName(String words, int limit) {
        var asked = asked(words);
        var pages = pages(asked);
        return asked.isEmpty()
                ? pages.limit(limit).toList()
                : best(Stream.concat(pages, from(source -> source.byName(asked))), limit);
    }

    /** In the texts; nothing for words that are too short. */
    List<Found> inTexts(String words, int limit) {
        var asked = asked(words);
        return asked.length() < FindSource.SHORTEST
                ? List.of()
                : best(from(source -> source.inTexts(asked)), limit);
    }

    private Stream<Found> from(Function<FindSource, List<Found>> ask) {
        return sources.stream().flatMap(source -> ask.apply(source).stream());
    }

    private static List<Found> best(Stream<Found> found, int limit) {
        return found.sorted(Comparator.comparingInt(Found::weight).reversed())
                .limit(limit)
                .toList();
    }

    private static Stream<Found> pages(String words) {
        return MenuConfiguration.getMenuEntries().stream()
                .map(entry -> page(words, entry))
                .filter(found -> words.isEmpty() || found.weight() > 0);
    }

    private static Found page(String words, MenuEntry entry) {
        var path = entry.path().startsWith("/") ? entry.path().substring(1) : entry.path();
        return new Found("Page", entry.title(), "", path, FindSource.weight(words, entry.title()));
    }

    private static String asked(String words) {
        var stripped = words.strip();
        return stripped.length() > LONGEST ? stripped.substring(0, LONGEST) : stripped;
    }
}
