package app.candor.embedded;

/** The files contradict themselves; starting on them could lose what was acknowledged. */
class StorageDamaged extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    StorageDamaged(String what) {
        super(what + " Nothing was changed. Restore the folder from a backup.");
    }
}
