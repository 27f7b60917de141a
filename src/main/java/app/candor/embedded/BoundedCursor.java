package app.candor.embedded;

import de.bwaldvogel.mongo.backend.InMemoryCursor;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;

/** What is left of an answer, handed out in messages that the driver accepts. */
final class BoundedCursor extends InMemoryCursor {
    private final int most;

    /**
     * @param most documents that one message may carry
     */
    BoundedCursor(long id, List<Document> documents, int most) {
        super(id, documents);
        this.most = most;
    }

    /**
     * @param wanted 0 for as many as one message may carry
     */
    @Override
    public synchronized List<Document> takeDocuments(int wanted) {
        return super.takeDocuments(wanted > 0 ? Math.min(wanted, most) : most);
    }
}
