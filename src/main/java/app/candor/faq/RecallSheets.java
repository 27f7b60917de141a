package app.candor.faq;

import app.candor.access.NotFound;
import app.candor.comms.rendering.TextChanges;
import app.candor.policy.Policies;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what the owner of a recall needs; asks nobody whether they are. */
@Component
class RecallSheets {
    private final Library library;
    private final Copies copies;
    private final AnswerText texts;
    private final Policies policies;
    private final Clock clock;

    RecallSheets(Library library, Copies copies, AnswerText texts, Policies policies, Clock clock) {
        this.library = library;
        this.copies = copies;
        this.texts = texts;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * @throws NotFound where nothing of the entry is the reader's
     */
    RecallSheet of(Recall recall) {
        var whole = library.find(recall.entry()).orElseThrow(NotFound::new);
        var now = replacement(whole).flatMap(entry -> library.seen(entry.id()));
        var shown = now.or(() -> library.seen(whole.id())).orElseThrow(NotFound::new);
        var usable = now.filter(entry -> entry.isUsable(clock.instant())).isPresent();
        return new RecallSheet(
                recall,
                shown,
                given(recall, whole, usable ? shown.answer() : null),
                usable ? corrected(recall, shown) : Set.of(),
                library.seen(whole.id()).map(Entry::blocked).orElse(null),
                policies.faq().correction(),
                usable);
    }

    /** The entry whose answer counts instead; empty where none is approved. */
    Optional<Entry> replacement(Entry whole) {
        var other = whole.other();
        return (other == null ? Optional.of(whole) : library.find(other))
                .filter(entry -> entry.isUsable(clock.instant()));
    }

    private List<RecallSheet.Given> given(Recall recall, Entry whole, @Nullable Answer now) {
        var byVersion = new TreeMap<Integer, List<Copy>>();
        for (var id : recall.copies()) {
            copies.find(id)
                    .filter(copy -> !copy.refused())
                    .ifPresent(copy ->
                            byVersion
                                    .computeIfAbsent(copy.version(), none -> new ArrayList<>())
                                    .add(copy));
        }
        return byVersion.descendingMap().entrySet().stream()
                .map(one ->
                        new RecallSheet.Given(
                                one.getKey(),
                                whole.version(one.getKey())
                                        .map(before ->
                                                TextChanges.between(
                                                        texts.blocks(before),
                                                        now == null
                                                                ? List.of()
                                                                : texts.blocks(now)))
                                        .orElse(List.of()),
                                one.getValue()))
                .toList();
    }

    /** By the copies that the owner took of the answer since, for the same customer and ticket. */
    private Set<String> corrected(Recall recall, Entry now) {
        var answer = now.answer();
        var since =
                answer == null
                        ? List.<Copy>of()
                        : copies.upTo(now.id(), answer.version()).stream()
                                .filter(copy -> copy.version() == answer.version())
                                .filter(copy -> copy.person().equals(recall.owner()))
                                .filter(copy -> copy.at().isAfter(recall.openedAt()))
                                .toList();
        return recall.copies().stream()
                .flatMap(id -> copies.find(id).stream())
                .filter(given ->
                        since.stream()
                                .anyMatch(copy ->
                                        copy.customer().equalsIgnoreCase(given.customer())
                                                && copy.ticket().equals(given.ticket())))
                .map(Copy::id)
                .collect(Collectors.toSet());
    }
}
