package app.candor.faq.api;

import java.util.Map;

/** Somebody asked for a version that another one replaced. */
final class Replaced extends RuntimeException {
    private final transient Map<String, Object> newer;

    Replaced(int version, Map<String, Object> newer) {
        super(
                "Version "
                        + version
                        + " was replaced. Nothing was copied; read the newer one first.");
        this.newer = newer;
    }

    Map<String, Object> newer() {
        return newer;
    }
}
