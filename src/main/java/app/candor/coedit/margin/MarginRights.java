package app.candor.coedit.margin;

import app.candor.access.NotFound;
import app.candor.access.People;
import app.candor.access.Person;
import app.candor.access.Refused;
import app.candor.coedit.Permission;
import app.candor.coedit.TextHome;
import app.candor.coedit.TextHomes;
import app.candor.coedit.TextRights;
import app.candor.coedit.Texts;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks the modules that own texts who may do what, and where a text is read. */
@Component
public class MarginRights {
    private final TextRights rights;
    private final TextHomes homes;
    private final Texts texts;
    private final People people;

    MarginRights(TextRights rights, TextHomes homes, Texts texts, People people) {
        this.rights = rights;
        this.homes = homes;
        this.texts = texts;
        this.people = people;
    }

    /**
     * Who acts now, if they may read the text. Who may read may comment and suggest.
     *
     * @throws NotFound if they may not, or there is no such text
     */
    public Person reader(String textId) {
        var person = people.current();
        if (!of(person, textId).mayRead()) {
            throw new NotFound();
        }
        return person;
    }

    /**
     * Who acts now, if they may write the text.
     *
     * @throws NotFound if they may not read it
     * @throws Refused if they may read it only
     */
    public Person writer(String textId) {
        var person = reader(textId);
        if (!of(person, textId).mayEdit()) {
            throw new Refused(
                    "You can read this text and suggest, not write in it. One of its writers has to"
                            + " do this.");
        }
        return person;
    }

    /** Whether the person who asks may write the text while it is open. */
    public boolean mayWrite(String textId) {
        return people.signedIn().map(person -> of(person, textId).mayEdit()).orElse(false);
    }

    public Permission of(Person person, String textId) {
        return texts.find(textId).map(ref -> rights.of(person, ref)).orElse(Permission.NONE);
    }

    /** Where the text is read. No rights are asked. */
    public Optional<TextHome.Place> home(String textId) {
        return texts.find(textId).flatMap(homes::of);
    }
}
