package app.candor.coedit.margin;

import app.candor.access.NotFound;
import app.candor.access.People;
import app.candor.access.Person;
import app.candor.access.Refused;
import app.candor.coedit.Permission;
import app.candor.coedit.TextAccess;
import app.candor.coedit.TextHome;
import app.candor.coedit.TextRef;
import app.candor.coedit.Texts;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks the modules that own texts who may do what, and where a text is read. */
@Component
public class MarginRights {
    private final Map<String, TextAccess> accesses;
    private final Map<String, TextHome> homes;
    private final Texts texts;
    private final People people;

    MarginRights(
            ObjectProvider<TextAccess> accesses,
            ObjectProvider<TextHome> homes,
            Texts texts,
            People people) {
        this.accesses =
                accesses.stream().collect(Collectors.toMap(TextAccess::kind, Function.identity()));
        this.homes = homes.stream().collect(Collectors.toMap(TextHome::kind, Function.identity()));
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
        return texts.find(textId).map(ref -> permission(person, ref)).orElse(Permission.NONE);
    }

    private Permission permission(Person person, TextRef ref) {
        var access = accesses.get(ref.kind());
        return access == null ? Permission.NONE : access.permission(person, ref);
    }

    /** Where the text is read. No rights are asked. */
    public Optional<TextHome.Place> home(String textId) {
        return texts.find(textId)
                .flatMap(ref ->
                        Optional.ofNullable(homes.get(ref.kind()))
                                .flatMap(home -> home.place(ref)));
    }
}
