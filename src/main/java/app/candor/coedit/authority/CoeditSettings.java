package app.candor.coedit.authority;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How open texts are kept.
 *
 * @param poll how long a text that people have open may go without a look at what other nodes
 *     stored; below a second
 * @param idleAfter how long a text nobody has open stays in memory
 * @param snapshotEvery commits between two snapshots
 * @param recent commits an open text keeps at hand for stale pushes and for tabs that catch up;
 *     older ones are read from the log
 * @param caretEvery shortest time between two presence messages of one text
 * @param longestPush characters of a message from the browser
 * @param pushesPerSecond pushes and carets a person may send per second on all their tabs; twice as
 *     many in a burst
 * @param charactersPerSecond the same for the size of what they send
 */
@ConfigurationProperties("candor.coedit")
public record CoeditSettings(
        @DefaultValue("700ms") Duration poll,
        @DefaultValue("60s") Duration idleAfter,
        @DefaultValue("100") int snapshotEvery,
        @DefaultValue("300") int recent,
        @DefaultValue("100ms") Duration caretEvery,
        @DefaultValue("300000") int longestPush,
        @DefaultValue("500") int pushesPerSecond,
        @DefaultValue("1000000") int charactersPerSecond) {

    /** The defaults, for a test that wires the parts itself. */
    public static CoeditSettings standard() {
        return new CoeditSettings(
                Duration.ofMillis(700),
                Duration.ofSeconds(60),
                100,
                300,
                Duration.ofMillis(100),
                300_000,
                500,
                1_000_000);
    }
}
