package app.candor.coedit.websocket;

import app.candor.access.Person;
import app.candor.coedit.Permission;
import app.candor.coedit.TextAccess;
import app.candor.coedit.TextRef;
import app.candor.coedit.authority.Rehearsal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whoever opens the text that a start tries itself out on.
 *
 * <p>Nobody signs in as this person: they are in no directory and have no role. They come in
 * without a session, and so only to the one address under the text's random id, from this machine,
 * and while the rehearsal lasts; what they could find there is a text with nothing in it.
 */
@Component
class RehearsedPerson implements TextAccess {
    private final Person person =
            new Person(UUID.randomUUID().toString(), "Nobody", "", "", Set.of());

    private volatile @Nullable String address;

    Person person() {
        return person;
    }

    /** From now on the socket of this text is open to them. */
    void enter(String textId) {
        address = "/collab/" + textId;
    }

    void leave() {
        address = null;
    }

    boolean opens(HttpServletRequest request) {
        var now = address;
        return now != null
                && request.getRequestURI().equals(request.getContextPath() + now)
                && request.getRemoteAddr().equals(request.getLocalAddr());
    }

    @Override
    public String kind() {
        return Rehearsal.KIND;
    }

    @Override
    public Permission permission(Person asked, TextRef text) {
        return asked.equals(person) ? Permission.EDIT : Permission.NONE;
    }
}
