package app.candor.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How entries are hashed: SHA-256 over the fields in order, each as its UTF-8 length in bytes, a
 * colon, the bytes and a line feed, so that no two lists of fields look alike.
 */
final class ChainHash {
    static final String START = "0".repeat(64);

    private ChainHash() {}

    static String of(
            long number,
            String event,
            Instant at,
            String actor,
            String action,
            String subject,
            @Nullable String incident,
            String factsHash,
            String previous) {
        return of(
                previous,
                Long.toString(number),
                event,
                Long.toString(at.toEpochMilli()),
                actor,
                action,
                subject,
                incident == null ? "" : incident,
                factsHash);
    }

    static String ofFacts(Map<String, String> facts) {
        var fields = new java.util.ArrayList<String>();
        new TreeMap<>(facts)
                .forEach((name, value) -> {
                    fields.add(name);
                    fields.add(value);
                });
        return of(fields.toArray(String[]::new));
    }

    private static String of(String... fields) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var field : fields) {
                var bytes = field.getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                digest.update(bytes);
                digest.update((byte) '\n');
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
