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
 * <p>Found while the socket is still being set up. The text is read beside the question, so that
 * neither waits for the other; one that was read for somebody who may not see it leaves memory
 * again, unseen.
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
     * Begins to look for a text; empty if there is none.
     *
     * @param path an address whose last part is the text's id
     */
    CompletableFuture<Optional<FoundText>> find(String path) {
        var id = path.substring(path.lastIndexOf('/') + 1);
        return CompletableFuture.supplyAsync(
                () -> texts.find(UriUtils.decode(id, StandardCharsets.UTF_8)), executor);
    }

    /** The text; empty if there is none there or none for this person, which are one. */
    CompletableFuture<Optional<TextRef>> ask(
            Person person, CompletableFuture<Optional<FoundText>> found) {
        return found.thenApplyAsync(text -> text.flatMap(one -> readable(person, one)), executor);
    }

    private Optional<TextRef> readable(Person person, FoundText found) {
        texts.expect(found);
        return Optional.of(found.ref()).filter(text -> rights.of(person, text).mayRead());
    }
}
