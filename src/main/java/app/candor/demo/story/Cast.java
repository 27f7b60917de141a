package app.candor.demo.story;

import app.candor.access.signin.VouchedSignIns;
import app.candor.demo.DemoPerson;
import app.candor.demo.signin.DemoTokens;
import java.time.Clock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.stereotype.Component;

/** Lets the demo's people act, signed in by the demo's provider. */
@Component
@ConditionalOnProperty("candor.demo")
class Cast {
    private final VouchedSignIns signIns;
    private final DemoTokens tokens;
    private final Clock clock;

    Cast(VouchedSignIns signIns, DemoTokens tokens, Clock clock) {
        this.signIns = signIns;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Makes everybody known, so that gates find their holders from the first minute. */
    void enter() {
        for (var person : DemoPerson.values()) {
            signIns.signIn(token(person, null));
        }
    }

    void as(DemoPerson person, Runnable act) {
        as(
                person,
                () -> {
                    act.run();
                    return person;
                });
    }

    <T> T as(DemoPerson person, Supplier<T> act) {
        signedIn(token(person, null));
        try {
            return act.get();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    /** Inside {@link #as}: logs the person in again for the fresh login begun under that path. */
    void logInAgain(DemoPerson person, String path) {
        var token = token(person, signIns.nonceOf(path));
        signedIn(token);
        if (!signIns.answer(token)) {
            throw new IllegalStateException("A fresh login of the demo was not accepted");
        }
    }

    private void signedIn(OidcIdToken token) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(signIns.signIn(token));
        SecurityContextHolder.setContext(context);
    }

    private OidcIdToken token(DemoPerson person, @Nullable String nonce) {
        return tokens.issue(person, nonce, clock.instant());
    }
}
