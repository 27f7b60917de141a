package app.candor.coedit.authority;

import app.candor.prosemirror.Schema;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.bson.Document;
import org.bson.types.Binary;

/** A {@link TextState} as MongoDB keeps it; the document is deflated JSON, a fifth of its size. */
final class StoredState {
    private StoredState() {}

    static Document write(TextState state) {
        var stored = new Document("seq", state.seq()).append("doc", deflated(state.docJson()));
        var lock = state.lock();
        if (lock != null) {
            stored.append("lock", new Document("seq", lock.seq()).append("reason", lock.reason()));
        }
        return stored.append(
                "writers",
                state.writers().entrySet().stream()
                        .map(writer ->
                                new Document("id", writer.getKey())
                                        .append("seq", writer.getValue()))
                        .toList());
    }

    static TextState read(Schema schema, Document stored) {
        var lock = stored.get("lock", Document.class);
        List<Document> writers = stored.getList("writers", Document.class, List.of());
        return TextState.stored(
                number(stored, "seq"),
                schema,
                inflated(stored.get("doc", Binary.class)),
                lock == null
                        ? null
                        : new TextState.Lock(number(lock, "seq"), lock.getString("reason")),
                writers.stream()
                        .collect(
                                Collectors.toMap(
                                        writer -> writer.getString("id"),
                                        writer -> number(writer, "seq"),
                                        Math::max,
                                        HashMap::new)));
    }

    static long number(Document document, String field) {
        return document.get(field, Number.class).longValue();
    }

    private static Binary deflated(String text) {
        var bytes = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(bytes)) {
            deflater.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Binary(bytes.toByteArray());
    }

    private static String inflated(Binary binary) {
        try (var inflater = new InflaterInputStream(new ByteArrayInputStream(binary.getData()))) {
            return new String(inflater.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
