package app.candor.coedit.authority;

import app.candor.coedit.TextRef;
import org.jspecify.annotations.Nullable;

/** A text that there is, with its newest snapshot if that had to be read to find it. */
public final class FoundText {
    private final TextRef ref;
    private final Snapshots.@Nullable Head head;

    FoundText(TextRef ref, Snapshots.@Nullable Head head) {
        this.ref = ref;
        this.head = head;
    }

    public TextRef ref() {
        return ref;
    }

    Snapshots.@Nullable Head head() {
        return head;
    }
}
