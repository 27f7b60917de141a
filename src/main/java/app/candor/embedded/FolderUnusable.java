package app.candor.embedded;

import java.nio.file.Files;
import java.nio.file.Path;

/** The data folder cannot be used as it is; starting on it could lose what was acknowledged. */
public final class FolderUnusable extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private FolderUnusable(String sentences) {
        super(sentences);
    }

    /** Another process serves the folder; two would overwrite each other. */
    static FolderUnusable inUse(Path folder, String process) {
        return new FolderUnusable(
                "The folder %s is in use by another Candor (process %s)."
                        .formatted(folder, process));
    }

    /**
     * The files contradict themselves.
     *
     * @param end offset in bytes behind what could be read
     */
    static FolderUnusable damaged(Path file, long end) {
        var state = Files.exists(file) ? "damaged at byte " + end : "missing";
        return new FolderUnusable(
                "The file %s is %s. Nothing was changed. Restore the folder from a backup."
                        .formatted(file, state));
    }
}
