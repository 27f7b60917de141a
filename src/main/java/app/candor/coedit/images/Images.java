package app.candor.coedit.images;

import app.candor.access.NotFound;
import app.candor.access.People;
import app.candor.access.Person;
import app.candor.access.Refused;
import app.candor.coedit.Permission;
import app.candor.coedit.TextRef;
import app.candor.coedit.TextRights;
import app.candor.coedit.Texts;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;

/**
 * The desk where pictures are handed in and out. Whoever may read the text may see its pictures.
 */
@Service
public class Images {
    private static final Pattern ADDRESS =
            Pattern.compile("/attachments/([^/]{1,200})/([0-9a-f]{64}\\.(?:png|jpg))");

    private final ImageStore store;
    private final Texts texts;
    private final TextRights rights;
    private final People people;

    Images(ImageStore store, Texts texts, TextRights rights, People people) {
        this.store = store;
        this.texts = texts;
        this.rights = rights;
        this.people = people;
    }

    /** A picture as a page needs it, from {@link #embedded}. */
    public record Embedded(String type, byte[] bytes) {}

    /**
     * Takes a picture into a text.
     *
     * @throws NotFound if there is no such text for this person
     * @throws Refused if they may only read it
     * @throws ImageRefused if it is no picture or too large
     */
    public Placed add(String textId, byte[] file) {
        var person = requireWriter(textId);
        return keep(textId, Decoding.decode(file), person);
    }

    /**
     * Takes a picture of one text into another: who may read the second need not read the first.
     *
     * @param address of the picture, as it stands in a text
     * @throws NotFound if one of them does not exist for this person
     */
    Placed copy(String textId, String address) {
        var person = requireWriter(textId);
        var where = ADDRESS.matcher(address);
        if (!where.matches()) {
            throw new NotFound();
        }
        return keep(textId, get(decoded(where.group(1)), where.group(2)), person);
    }

    /**
     * @throws NotFound if there is no such picture, or its text does not exist for this person
     */
    Picture get(String textId, String name) {
        if (!permission(people.current(), textId).mayRead()) {
            throw new NotFound();
        }
        return store.find(textId, name).orElseThrow(NotFound::new);
    }

    /**
     * The bytes behind an address in a text, for a file that is handed out; empty when the person
     * may not see them.
     */
    public Optional<Embedded> embedded(String address) {
        var where = ADDRESS.matcher(address);
        if (!where.matches()) {
            return Optional.empty();
        }
        try {
            var picture = get(decoded(where.group(1)), where.group(2));
            return Optional.of(new Embedded(picture.format().type(), picture.bytes()));
        } catch (NotFound gone) {
            return Optional.empty();
        }
    }

    /**
     * The bytes of a picture that belongs to this very text, for a module that decided itself who
     * reads it; empty if there is none, or the address names another text or another site.
     *
     * @throws IllegalStateException if the stored bytes do not have the hash any more that their
     *     address names
     */
    public Optional<Embedded> ofText(String textId, String address) {
        var where = ADDRESS.matcher(address);
        if (!where.matches() || !decoded(where.group(1)).equals(textId)) {
            return Optional.empty();
        }
        return store.find(textId, where.group(2))
                .map(picture -> {
                    if (!where.group(2).startsWith(ImageStore.sha256(picture.bytes()))) {
                        throw new IllegalStateException("The stored bytes of a picture changed");
                    }
                    return new Embedded(picture.format().type(), picture.bytes());
                });
    }

    private Placed keep(String textId, Picture picture, Person by) {
        var name = store.keep(textId, picture, by.id());
        return new Placed(
                "/attachments/"
                        + java.net.URLEncoder.encode(
                                textId, java.nio.charset.StandardCharsets.UTF_8)
                        + "/"
                        + name,
                picture.width(),
                picture.height());
    }

    private static String decoded(String textId) {
        return java.net.URLDecoder.decode(textId, java.nio.charset.StandardCharsets.UTF_8);
    }

    private Person requireWriter(String textId) {
        var person = people.current();
        var permission = permission(person, textId);
        if (!permission.mayRead()) {
            throw new NotFound();
        }
        if (!permission.mayEdit()) {
            throw new Refused("You may read this text but not add pictures to it.");
        }
        return person;
    }

    private Permission permission(Person person, String textId) {
        return texts.find(textId)
                .map((TextRef text) -> rights.of(person, text))
                .orElse(Permission.NONE);
    }

    /** Where a picture is now, and how large it is drawn, in pixels. */
    public record Placed(String src, int width, int height) {}
}
