package app.candor.demo.signin;

import app.candor.demo.DemoPerson;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One button a person; pressing it is the whole login. */
@Controller
@ConditionalOnProperty("candor.demo")
class SignInPage {
    private final SecurityContextRepository sessions;
    private final Clock clock;
    private final SavedRequestAwareAuthenticationSuccessHandler onward =
            new SavedRequestAwareAuthenticationSuccessHandler();

    SignInPage(SecurityContextRepository demoSessions, Clock clock) {
        this.sessions = demoSessions;
        this.clock = clock;
    }

    @GetMapping(DemoIdentityProvider.PATH + "/sign-in")
    String page(Model model) {
        model.addAttribute("people", List.of(DemoPerson.values()));
        return "demo/sign-in";
    }

    @PostMapping(DemoIdentityProvider.PATH + "/sign-in")
    void signIn(
            @RequestParam("person") String userName,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, jakarta.servlet.ServletException {
        var person = DemoPerson.of(userName);
        if (person.isEmpty()) {
            response.sendRedirect(DemoIdentityProvider.PATH + "/sign-in");
            return;
        }
        var login =
                UsernamePasswordAuthenticationToken.authenticated(
                        person.get().userName(), null, List.of(FreshLogin.at(clock.instant())));
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(login);
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
        onward.onAuthenticationSuccess(request, response, login);
    }
}
