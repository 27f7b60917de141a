package app.candor.coedit.margin;

import app.candor.access.People;
import app.candor.access.Person;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who is meant by {@code @Name} in a comment. */
@Component
public class Mentions {
    private final People people;
    private final MarginRights rights;

    Mentions(People people, MarginRights rights) {
        this.people = people;
        this.rights = rights;
    }

    /** Ids of those named after an {@code @} in full or in short who may read the text. */
    List<String> in(String words, String textId) {
        if (words.indexOf('@') < 0) {
            return List.of();
        }
        return people.all().stream()
                .filter(person -> names(words, person))
                .filter(person -> rights.of(person, textId).mayRead())
                .map(Person::id)
                .toList();
    }

    /** Whom a comment on the text can mention: those who may read it, by name. */
    public List<Person> possible(String textId) {
        rights.reader(textId);
        return people.all().stream().filter(person -> rights.of(person, textId).mayRead()).toList();
    }

    private static boolean names(String words, Person person) {
        return follows(words, person.name()) || follows(words, person.shortName());
    }

    private static boolean follows(String words, String name) {
        int at = words.indexOf("@" + name);
        if (at < 0) {
            return false;
        }
        int end = at + 1 + name.length();
        return end == words.length() || !Character.isLetterOrDigit(words.charAt(end));
    }
}
