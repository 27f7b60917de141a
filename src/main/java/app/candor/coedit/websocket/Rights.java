package app.candor.coedit.websocket;

import app.candor.access.Person;
import app.candor.coedit.Permission;
import app.candor.coedit.TextAccess;
import app.candor.coedit.TextRef;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks the module that owns a text. A kind nobody answers for is nobody's to see. */
@Component
class Rights {
    private final Map<String, TextAccess> byKind;

    /**
     * @throws IllegalStateException if two beans answer for one kind
     */
    Rights(ObjectProvider<TextAccess> accesses) {
        this.byKind =
                accesses.stream().collect(Collectors.toMap(TextAccess::kind, Function.identity()));
    }

    Permission of(Person person, TextRef text) {
        var access = byKind.get(text.kind());
        return access == null ? Permission.NONE : access.permission(person, text);
    }
}
