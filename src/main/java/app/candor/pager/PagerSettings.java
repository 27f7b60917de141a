package app.candor.pager;

import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the pager listens.
 *
 * @param url {@code https}, or {@code http} to this machine alone; null for no pager
 * @param secret at least 24 bytes in Base64, with or without {@code whsec_} before it
 * @param portal address under which people reach the portal, for links; empty for none
 * @param attempts how many before a call counts as failed, 1 to 20
 */
@ConfigurationProperties("candor.pager")
record PagerSettings(
        @Nullable URI url,
        @DefaultValue("") String secret,
        @DefaultValue("") String portal,
        @DefaultValue("8") int attempts) {
    private static final String PREFIX = "whsec_";
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    PagerSettings {
        if (url != null) {
            var host = url.getHost();
            var here = "127.0.0.1".equals(host) || "localhost".equals(host) || "[::1]".equals(host);
            if (!"https".equals(url.getScheme()) && !("http".equals(url.getScheme()) && here)) {
                throw new IllegalArgumentException(
                        "candor.pager.url must be https: what it carries is signed, not encrypted");
            }
            if (key(secret).length < 24) {
                throw new IllegalArgumentException(
                        "candor.pager.secret must be at least 24 bytes in Base64");
            }
        }
        if (attempts < 1 || attempts > 20) {
            throw new IllegalArgumentException(
                    "candor.pager.attempts must be 1 to 20, was " + attempts);
        }
        portal = portal.replaceAll("/+$", "");
    }

    byte[] key() {
        return key(secret);
    }

    /** After an attempt in vain: 2 s, then twice as long each time, at most ten minutes. */
    static Duration waitAfter(int attempt) {
        var doubled = Duration.ofSeconds(1L << Math.min(attempt, 20));
        return doubled.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : doubled;
    }

    private static byte[] key(String secret) {
        return Base64.getDecoder()
                .decode(secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : secret);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "PagerSettings[url=" + url + ", attempts=" + attempts + "]";
    }
}
