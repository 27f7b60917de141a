package app.candor.embedded;

import de.bwaldvogel.mongo.exception.MongoServerError;
import java.nio.file.Path;

/** A change could not be made durable; the change that met the error may or may not have been. */
class JournalFailed extends MongoServerError {
    private static final long serialVersionUID = 1L;
    private static final int INTERNAL_ERROR = 1;

    JournalFailed(Path folder, Throwable cause) {
        super(
                INTERNAL_ERROR,
                "InternalError",
                "The journal in %s cannot be written (%s). Candor takes no changes until it is restarted."
                        .formatted(folder, cause),
                cause);
    }
}
