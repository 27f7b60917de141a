package app.candor.incident;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.NotFound;
import app.candor.access.People;
import app.candor.access.Person;
import app.candor.coedit.NoSuchText;
import app.candor.coedit.Texts;
import app.candor.notify.Inbox;
import app.candor.prosemirror.Node;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Who can be mentioned in the texts of an incident, and telling those who were. */
@Service
public class DocumentMentions {
    /** Most people of one message from a page that are told at once. */
    private static final int MOST = 20;

    private final Incidents incidents;
    private final Texts texts;
    private final People people;
    private final Access access;
    private final Inbox inbox;

    DocumentMentions(Incidents incidents, Texts texts, People people, Access access, Inbox inbox) {
        this.incidents = incidents;
        this.texts = texts;
        this.people = people;
        this.access = access;
        this.inbox = inbox;
    }

    /**
     * Those who may read the incident, by name; nobody else exists in its texts.
     *
     * @throws NotFound if the current person may not read it
     */
    public List<Person> mentionable(String incidentId) {
        var guarded = incidents.guarded(incidentId);
        access.require(Act.READ, guarded);
        return people.all().stream()
                .filter(person -> access.may(person, Act.READ, guarded))
                .toList();
    }

    /**
     * Tells people that the current person mentioned them: whoever stands in the stored text, may
     * read the incident, and was not told of that mention before.
     *
     * @param named person ids as a page says; what does not stand in the text is passed over
     * @param path where the text is read
     * @throws NotFound if the current person may not read the incident
     */
    public void tell(String incidentId, String textId, Collection<String> named, String path) {
        var guarded = incidents.guarded(incidentId);
        var author = access.require(Act.WRITE_DOCUMENT, guarded);
        var written = mentions(textId);
        for (var id : new HashSet<>(named).stream().limit(MOST).toList()) {
            var times = written.getOrDefault(id, 0);
            var person = people.find(id);
            if (times > 0
                    && !id.equals(author.id())
                    && person.isPresent()
                    && access.may(person.get(), Act.READ, guarded)) {
                inbox.tell(
                        "mention:" + textId + ":" + times,
                        List.of(id),
                        author.shortName()
                                + " mentions you in "
                                + incidents.asSystem(incidentId).key(),
                        path);
            }
        }
    }

    private Map<String, Integer> mentions(String textId) {
        var counted = new HashMap<String, Integer>();
        try {
            count(texts.current(textId).doc(), counted);
        } catch (NoSuchText gone) {
            return Map.of();
        }
        return counted;
    }

    private static void count(Node node, Map<String, Integer> counted) {
        if (node.type().name().equals("mention")) {
            counted.merge(String.valueOf(node.attrs().get("person")), 1, Integer::sum);
        }
        node.content().children().forEach(child -> count(child, counted));
    }
}
