package app.candor.access.signin;

import app.candor.access.SignInEvent;
import app.candor.access.tokens.PersonalTokens;
import com.vaadin.flow.spring.security.VaadinSavedRequestAwareAuthenticationSuccessHandler;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * What happens once the identity provider vouched for somebody: known, kept, and on their way;
 * after a fresh login, back to where it was asked for.
 */
@Component
class Arrival extends VaadinSavedRequestAwareAuthenticationSuccessHandler {
    private final KnownPeople people;
    private final KeptSignIns signIns;
    private final PersonalTokens tokens;
    private final OidcStepUp stepUp;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Arrival(
            KnownPeople people,
            KeptSignIns signIns,
            PersonalTokens tokens,
            OidcStepUp stepUp,
            ApplicationEventPublisher events,
            Clock clock) {
        this.people = people;
        this.signIns = signIns;
        this.tokens = tokens;
        this.stepUp = stepUp;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication login)
            throws IOException, ServletException {
        if (!(login.getPrincipal() instanceof OidcUser user)) {
            super.onAuthenticationSuccess(request, response, login);
            return;
        }
        var asked = stepUp.byNonce(user.getIdToken().getNonce());
        if (asked.isPresent() && !asked.get().sub().equals(user.getSubject())) {
            endSession(request, response);
            tell(KnownPeople.sub(user), "fresh login refused");
            response.sendRedirect(StepUpPages.WRONG_PERSON);
            return;
        }
        people.arrived(user, GroupsToRoles.rolesIn(login.getAuthorities()));
        signIns.keep(user, request, response);
        tokens.ownerSignedIn(KnownPeople.sub(user));
        if (asked.isPresent()) {
            var fresh = stepUp.complete(asked.get(), user.getIdToken().getAuthenticatedAt());
            tell(KnownPeople.sub(user), fresh ? "signed in again" : "fresh login refused");
            response.sendRedirect(asked.get().returnTo());
            return;
        }
        tell(KnownPeople.sub(user), "signed in");
        super.onAuthenticationSuccess(request, response, login);
    }

    private void endSession(HttpServletRequest request, HttpServletResponse response) {
        signIns.forget(request, response);
        SecurityContextHolder.clearContext();
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    private void tell(String person, String what) {
        events.publishEvent(
                new SignInEvent(UUID.randomUUID().toString(), person, what, clock.instant()));
    }
}
