package app.candor.pager;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Calls the pager. Any answer of 200 to 299 means that it was taken; a redirect is not followed,
 * since the signature is for this address.
 */
@Component
class PagerCourier {
    private static final Logger log = LoggerFactory.getLogger(PagerCourier.class);
    private static final int BATCH = 50;
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration LEASE = TIMEOUT.multipliedBy(3);

    private final PagerCalls calls;
    private final PagerSettings settings;
    private final Clock clock;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .connectTimeout(TIMEOUT)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    PagerCourier(PagerCalls calls, PagerSettings settings, Clock clock) {
        this.calls = calls;
        this.settings = settings;
        this.clock = clock;
    }

    /** Tries what is due, one after the other: a pager wants them in order more than at once. */
    @Scheduled(fixedDelayString = "PT1S", initialDelayString = "PT3S")
    void callDue() {
        if (settings.url() == null) {
            return;
        }
        for (var due : calls.due(clock.instant(), BATCH)) {
            var claimed = calls.claim(due.id(), LEASE);
            if (claimed.attempts() == due.attempts() + 1) {
                calls.record(claimed, call(claimed));
            }
        }
    }

    private boolean call(PagerCall call) {
        var at = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var request =
                HttpRequest.newBuilder(settings.url())
                        .timeout(TIMEOUT)
                        .header("content-type", "application/json")
                        .header("webhook-id", call.id())
                        .header("webhook-timestamp", Long.toString(at.getEpochSecond()))
                        .header(
                                "webhook-signature",
                                WebhookSignature.of(settings.key(), call.id(), at, call.body()))
                        .POST(HttpRequest.BodyPublishers.ofString(call.body()))
                        .build();
        try {
            var status = http.send(request, BodyHandlers.discarding()).statusCode();
            if (status < 200 || status > 299) {
                log.warn("The pager answered {} to attempt {}", status, call.attempts());
            }
            return status >= 200 && status <= 299;
        } catch (IOException away) {
            log.warn(
                    "The pager was not reached at attempt {}: {}",
                    call.attempts(),
                    away.getClass().getSimpleName());
            return false;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
