package app.candor.coedit;

import app.candor.access.Person;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks the module that owns a text. A kind nobody answers for is nobody's to see. */
@Component
public class TextRights {
    private final Map<String, TextAccess> byKind;

    /**
     * @throws IllegalStateException if two beans answer for one kind
     */
    TextRights(ObjectProvider<TextAccess> accesses) {
        this.byKind =
                accesses.stream().collect(Collectors.toMap(TextAccess::kind, Function.identity()));
    }

    public Permission of(Person person, TextRef text) {
        var access = byKind.get(text.kind());
        return access == null ? Permission.NONE : access.permission(person, text);
    }
}
