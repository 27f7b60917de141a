package app.candor.incident.record;

import app.candor.incident.StoryEvent;
import java.time.Instant;
import java.util.Map;

/**
 * A file kept with an incident; its bytes lie beside it, under their hash.
 *
 * @param name as it was called, without a path
 * @param size in bytes
 * @param sha256 64 hex digits
 * @param by person id of who attached it
 */
public record Attachment(
        String id,
        String incidentId,
        String name,
        FileType type,
        long size,
        String sha256,
        String by,
        Instant at,
        boolean removed) {

    Attachment gone() {
        return new Attachment(id, incidentId, name, type, size, sha256, by, at, true);
    }

    /** A file was attached or removed; its name stays out of the log. */
    record AttachmentChanged(String incidentId, String sha256, String what) implements StoryEvent {
        @Override
        public String action() {
            return "attachment " + what;
        }

        @Override
        public Map<String, String> facts() {
            return Map.of("sha256", sha256);
        }

        @Override
        public String sentence() {
            return "File " + what;
        }
    }
}
