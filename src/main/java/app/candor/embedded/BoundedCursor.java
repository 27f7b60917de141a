package app.candor.embedded;

import de.bwaldvogel.mongo.backend.AbstractCursor;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;

/** What is left of an answer, handed out in messages that the driver accepts. */
final class BoundedCursor extends AbstractCursor {
    /** In bytes; the driver refuses messages of more than 48 million. */
    private static final int MESSAGE = 32 << 20;

    private final int most;
    private List<Document> left;

    /**
     * @param largest bytes of the largest document that may be among them
     */
    BoundedCursor(long id, List<Document> documents, int largest) {
        super(id);
        this.left = documents;
        this.most = documentsPerMessage(largest);
    }

    static int documentsPerMessage(int largest) {
        return Math.max(1, MESSAGE / largest);
    }

    @Override
    public synchronized boolean isEmpty() {
        return left.isEmpty();
    }

    /**
     * @param wanted 0 for as many as fit
     */
    @Override
    public synchronized List<Document> takeDocuments(int wanted) {
        var count = Math.min(left.size(), wanted > 0 ? Math.min(wanted, most) : most);
        var taken = left.subList(0, count);
        left = left.subList(count, left.size());
        return taken;
    }
}
