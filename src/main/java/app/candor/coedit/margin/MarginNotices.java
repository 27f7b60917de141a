package app.candor.coedit.margin;

import app.candor.access.People;
import app.candor.access.Person;
import app.candor.audit.Told;
import app.candor.notify.Inbox;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells those who are mentioned, and those who talk in a thread, what became of it. */
@Component
class MarginNotices {
    private final MarginDesk desk;
    private final MarginRights rights;
    private final Inbox inbox;
    private final People people;

    MarginNotices(MarginDesk desk, MarginRights rights, Inbox inbox, People people) {
        this.desk = desk;
        this.rights = rights;
        this.inbox = inbox;
        this.people = people;
    }

    @EventListener
    void on(Told<MarginChanged> told) {
        var changed = told.event();
        var note =
                desk.all(changed.text()).stream()
                        .filter(each -> each.id().equals(changed.note()))
                        .findFirst();
        var home = rights.home(changed.text());
        if (note.isEmpty() || home.isEmpty()) {
            return;
        }
        var who = people.find(told.actor()).map(Person::shortName).orElse("Somebody");
        var path = home.get().path();
        var title = home.get().title();
        var mentioned = mentioned(note.get(), changed.message());
        if (changed.what().equals("commented")
                || changed.what().equals("replied")
                || changed.what().equals("suggested")) {
            tell(
                    told,
                    ":mention",
                    mentioned,
                    "%s mentioned you in a comment on “%s”".formatted(who, title),
                    path);
        }
        var others = new LinkedHashSet<>(note.get().people());
        others.removeAll(mentioned);
        var sentence = sentence(note.get(), changed.what(), who, title);
        if (!sentence.isEmpty()) {
            tell(told, "", others, sentence, path);
        }
    }

    private static Set<String> mentioned(MarginNote note, String message) {
        return note.messages().stream()
                .filter(said -> said.id().equals(message))
                .findFirst()
                .map(said -> new LinkedHashSet<>(said.mentions()))
                .orElseGet(LinkedHashSet::new);
    }

    private static String sentence(MarginNote note, String what, String who, String title) {
        var thing = note.isSuggestion() ? "suggestion" : "comment";
        return switch (what) {
            case "replied" -> "%s replied to a %s on “%s”".formatted(who, thing, title);
            case "resolved" -> "%s resolved a comment on “%s”".formatted(who, title);
            case "accepted" -> "%s accepted a suggestion for “%s”".formatted(who, title);
            case "rejected" -> "%s rejected a suggestion for “%s”".formatted(who, title);
            default -> "";
        };
    }

    private void tell(
            Told<MarginChanged> told, String suffix, Set<String> whom, String title, String path) {
        var recipients =
                whom.stream()
                        .filter(person -> !person.equals(told.actor()))
                        .filter(person -> mayRead(person, told.event().text()))
                        .toList();
        inbox.tell(told.id() + suffix, recipients, title, path);
    }

    private boolean mayRead(String person, String textId) {
        return people.find(person).map(found -> rights.of(found, textId).mayRead()).orElse(false);
    }
}
