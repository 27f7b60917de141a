package app.candor.delivery;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Mail as the portal sends it. The mail server itself is {@code spring.mail.*}; without {@code
 * spring.mail.host} messages are kept and can be downloaded.
 *
 * @param domain right side of every {@code Message-ID}: the portal's own domain
 * @param fromName name of the portal's own mailbox
 * @param fromAddress address of the portal's own mailbox
 * @param attempts how many before it counts as failed, 1 to 20
 * @param firstWait after the first attempt in vain; doubles from there
 * @param longestWait the doubling stops here
 * @param lease how long a worker holds a message without a sign of life, at least 30 seconds
 */
@ConfigurationProperties("candor.mail")
public record DeliverySettings(
        @DefaultValue("candor.localhost") String domain,
        @DefaultValue("Candor") String fromName,
        @DefaultValue("candor@candor.localhost") String fromAddress,
        @DefaultValue("8") int attempts,
        @DefaultValue("30s") Duration firstWait,
        @DefaultValue("1h") Duration longestWait,
        @DefaultValue("2m") Duration lease) {
    public DeliverySettings {
        if (!domain.matches("[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?")) {
            throw new IllegalArgumentException("candor.mail.domain is not a domain: " + domain);
        }
        if (attempts < 1 || attempts > 20) {
            throw new IllegalArgumentException(
                    "candor.mail.attempts must be 1 to 20, was " + attempts);
        }
        if (firstWait.isNegative() || firstWait.isZero() || longestWait.compareTo(firstWait) < 0) {
            throw new IllegalArgumentException(
                    "candor.mail.first-wait must be above zero and at most longest-wait");
        }
        if (lease.compareTo(Duration.ofSeconds(30)) < 0) {
            throw new IllegalArgumentException("candor.mail.lease must be at least 30 s");
        }
    }

    MailAddress from() {
        return new MailAddress(fromName, fromAddress);
    }

    Backoff backoff() {
        return new Backoff(firstWait, longestWait);
    }
}
