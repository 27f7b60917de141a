package app.candor.prosemirror;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The attributes a node or mark type declares. */
final class Attributes {
    Map<String, @Nullable Object> complete(@Nullable Map<String, @Nullable Object> given) {
        throw new UnsupportedOperationException();
    }
}
