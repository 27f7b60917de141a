package app.candor.coedit;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks the module that owns a text where it is read. No rights are asked. */
@Component
public class TextHomes {
    private final Map<String, TextHome> byKind;

    /**
     * @throws IllegalStateException if two beans answer for one kind
     */
    TextHomes(ObjectProvider<TextHome> homes) {
        this.byKind = homes.stream().collect(Collectors.toMap(TextHome::kind, Function.identity()));
    }

    /** Empty if nobody answers for the kind, or the text is gone. */
    public Optional<TextHome.Place> of(TextRef text) {
        return Optional.ofNullable(byKind.get(text.kind())).flatMap(home -> home.place(text));
    }
}
