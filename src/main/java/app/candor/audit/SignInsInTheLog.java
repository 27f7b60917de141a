package app.candor.audit;

import app.candor.access.SignInEvent;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes sign-ins and refused fresh logins into the log. */
@Component
class SignInsInTheLog {
    private final AuditLog log;

    SignInsInTheLog(AuditLog log) {
        this.log = log;
    }

    @EventListener
    void on(SignInEvent event) {
        log.append(
                event.id(),
                event.at(),
                event.person(),
                event.what(),
                "person:" + event.person(),
                null,
                Map.of());
    }
}
