package app.candor.coedit.mentions;

import app.candor.access.People;
import app.candor.access.Person;
import app.candor.coedit.NoSuchText;
import app.candor.coedit.TextHomes;
import app.candor.coedit.TextRef;
import app.candor.coedit.TextRights;
import app.candor.coedit.Texts;
import app.candor.coedit.authority.UntoldMentions;
import app.candor.coedit.authority.WrittenMentions;
import app.candor.notify.Inbox;
import app.candor.prosemirror.Node;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells whoever was mentioned, still stands in the text, may read it, and was not told of that
 * mention before.
 *
 * <p>A mention that is cut and pasted, or removed and undone, is the same mention: what counts is
 * how often somebody stands in the text.
 */
@Component
public class MentionNotices {
    private static final int AT_ONCE = 100;

    /** Most people that one commit tells. */
    private static final int MOST = 20;

    private final UntoldMentions untold;
    private final Texts texts;
    private final TextRights rights;
    private final TextHomes homes;
    private final People people;
    private final Inbox inbox;

    MentionNotices(
            UntoldMentions untold,
            Texts texts,
            TextRights rights,
            TextHomes homes,
            People people,
            Inbox inbox) {
        this.untold = untold;
        this.texts = texts;
        this.rights = rights;
        this.homes = homes;
        this.people = people;
        this.inbox = inbox;
    }

    @Scheduled(fixedDelayString = "PT1S", initialDelayString = "PT2S")
    public void tellOwed() {
        List<WrittenMentions> owed;
        do {
            owed = untold.next(AT_ONCE);
            for (var written : owed) {
                texts.find(written.textId()).ifPresent(text -> tell(text, written));
                untold.settled(written);
            }
        } while (owed.size() == AT_ONCE);
    }

    private void tell(TextRef text, WrittenMentions written) {
        var place = homes.of(text);
        if (place.isEmpty()) {
            return;
        }
        var who = people.find(written.by()).map(Person::shortName).orElse("Somebody");
        for (var id : written.people().stream().sorted().limit(MOST).toList()) {
            var times = times(text, id);
            var mayRead =
                    people.find(id).filter(person -> rights.of(person, text).mayRead()).isPresent();
            if (times > 0 && mayRead && !id.equals(written.by())) {
                inbox.tell(
                        "mention:" + text.id() + ":" + times,
                        List.of(id),
                        "%s mentions you in “%s”".formatted(who, place.get().title()),
                        place.get().path());
            }
        }
    }

    private int times(TextRef text, String person) {
        try {
            return times(texts.current(text.id()).doc(), person);
        } catch (NoSuchText gone) {
            return 0;
        }
    }

    private static int times(Node node, String person) {
        var here =
                node.type().name().equals("mention") && person.equals(node.attrs().get("person"));
        return (here ? 1 : 0)
                + node.content().children().stream().mapToInt(each -> times(each, person)).sum();
    }
}
