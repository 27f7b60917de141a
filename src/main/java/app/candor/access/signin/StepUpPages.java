package app.candor.access.signin;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Where a fresh login starts, and where one by the wrong person ends. */
@Controller
class StepUpPages {
    static final String PATH = "/step-up";
    static final String WRONG_PERSON = "/wrong-person";

    private final OidcStepUp stepUp;

    StepUpPages(OidcStepUp stepUp) {
        this.stepUp = stepUp;
    }

    @GetMapping(PATH + "/{id}")
    String start(@PathVariable String id, HttpServletResponse response) {
        if (stepUp.request(id).isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return "access/not-found";
        }
        return "redirect:/oauth2/authorization/%s?%s=%s"
                .formatted(SecurityConfiguration.REGISTRATION, FreshLoginResolver.PARAMETER, id);
    }

    @GetMapping(WRONG_PERSON)
    String wrongPerson(HttpServletResponse response) {
        response.setStatus(HttpStatus.FORBIDDEN.value());
        return "access/wrong-person";
    }
}
