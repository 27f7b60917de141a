package app.candor.access.tokens;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The API for other tools.
 *
 * @param allowedOrigins pages that may call it from a browser, such as {@code
 *     https://desk.example.com}; none by default, and never a pattern
 * @param requestsPerMinute how many requests each token may send; 1 to 6,000
 */
@ConfigurationProperties("candor.api")
public record ApiSettings(
        @DefaultValue List<String> allowedOrigins, @DefaultValue("240") int requestsPerMinute) {
    public ApiSettings {
        allowedOrigins = List.copyOf(allowedOrigins);
        if (allowedOrigins.stream().anyMatch(origin -> origin.contains("*"))) {
            throw new IllegalArgumentException(
                    "candor.api.allowed-origins names whole origins; a pattern with * would let others in");
        }
        if (requestsPerMinute < 1 || requestsPerMinute > 6_000) {
            throw new IllegalArgumentException(
                    "candor.api.requests-per-minute is 1 to 6000, was " + requestsPerMinute);
        }
    }
}
