package app.candor.coedit.websocket;

import app.candor.access.Person;
import app.candor.coedit.TextRef;
import app.candor.coedit.TextRights;
import app.candor.coedit.authority.FoundText;
import app.candor.coedit.authority.OpenTexts;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/**
 * Whether a person may read the text whose address they knock at.
 *
 * <p>Asked while the socket is still being set up, and the text is read at once for whoever may, so
 * that neither waits for the other.
 */
@Component
class Admission {
    private final OpenTexts texts;
    private final TextRights rights;
    private final Executor executor = Executors.newVirtualThreadPerTaskExecutor();

    Admission(OpenTexts texts, TextRights rights) {
        this.texts = texts;
        this.rights = rights;
    }

    /**
     * The text; empty if there is none there or none for this person, which are one.
     *
     * @param path the address's last part is the text's id
     */
    CompletableFuture<Optional<TextRef>> ask(Person person, String path) {
        var id = path.substring(path.lastIndexOf('/') + 1);
        return CompletableFuture.supplyAsync(
                () -> readable(person, UriUtils.decode(id, StandardCharsets.UTF_8)), executor);
    }

    private Optional<TextRef> readable(Person person, String textId) {
        var found = texts.find(textId).filter(text -> rights.of(person, text.ref()).mayRead());
        found.ifPresent(texts::expect);
        return found.map(FoundText::ref);
    }
}
