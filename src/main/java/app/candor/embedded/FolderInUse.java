package app.candor.embedded;

import java.nio.file.Path;

/** Another process serves this data folder; two would overwrite each other. */
class FolderInUse extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    FolderInUse(Path folder, String process) {
        super("The folder %s is in use by another Candor (process %s).".formatted(folder, process));
    }
}
