package app.candor.faq;

import static app.candor.demo.DemoPerson.CSM;
import static app.candor.demo.DemoPerson.WRITER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.candor.access.Refused;
import app.candor.access.SignedIn;
import app.candor.policy.SeverityClass;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Data folders of the first versions, written as those wrote them. */
class OlderShapesTest extends FaqDesk {
    private static final Date THEN = Date.from(Instant.parse("2026-05-04T10:00:00Z"));

    @Autowired Recalls recalls;

    @Test
    void anEntryOfTheFirstVersionOpensIsCopiedChangedAndRecalled() {
        var id = older("Is the old moa still sold?", "Until May.", null);
        var copy = UUID.randomUUID().toString();
        insert("faq_copies", copy, olderCopy(copy, id));

        var entry = SignedIn.as(CSM, () -> library.get(id));
        assertThat(entry.atLeast()).isEqualTo(SeverityClass.LOW);
        assertThat(SignedIn.as(CSM, () -> copies.of(id))).hasSize(1);
        copied(entry, "Halden Outdoor");
        changedTo(entry, "Until June.");

        assertThat(SignedIn.as(CSM, recalls::mine))
                .filteredOn(recall -> recall.entry().equals(id))
                .singleElement()
                .satisfies(recall -> assertThat(recall.copies()).hasSize(2).contains(copy));
    }

    @Test
    void anEntryThatWasWithdrawnThenStaysWithdrawn() {
        var block = new Document("cause", "Withdrawn: sold out").append("at", THEN);
        var id = older("Is the old dodo still sold?", "Yes.", block);

        var entry = SignedIn.as(WRITER, () -> library.get(id));

        assertThat(entry.isApproved()).isFalse();
        assertThatThrownBy(() -> copied(entry, "Halden Outdoor"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("sold out");
    }

    private String older(String question, String words, Document block) {
        var id = "older-" + UUID.randomUUID();
        var answer =
                new Document("version", 1)
                        .append("draft", "draft-1")
                        .append("hash", "hash-of-" + id)
                        .append("document", new Document(EntryFixture.paragraph(words)))
                        .append("facts", new Document())
                        .append("plain", words)
                        .append("approvedAt", THEN)
                        .append("signedBy", List.of("Mercy Adeyemi"));
        var state =
                new Document("_id", id)
                        .append("question", question)
                        .append("wordings", List.of())
                        .append("doNotSay", "")
                        .append("pertinentNegative", false)
                        .append("begunBy", WRITER.sub())
                        .append("begunAt", THEN)
                        .append("answer", answer);
        if (block != null) {
            state.append("blocked", block);
        }
        insert("faq_entries", id, state);
        return id;
    }

    private static Document olderCopy(String id, String entry) {
        return new Document("_id", id)
                .append("entry", entry)
                .append("version", 1)
                .append("person", CSM.sub())
                .append("customer", "Brightwater")
                .append("ticket", "")
                .append("at", THEN);
    }

    private void insert(String collection, String id, Document state) {
        mongo.getCollection(collection)
                .insertOne(
                        new Document("_id", id)
                                .append("version", 1L)
                                .append("state", state)
                                .append("owed", List.of())
                                .append("owes", false));
    }
}
