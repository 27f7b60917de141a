package app.candor.access.signin;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Says that signing in did not work, instead of sending the browser round in circles. */
@Controller
class SignInFailedPage {

    @GetMapping(SecurityConfiguration.FAILED)
    String page() {
        return "access/sign-in-failed";
    }
}
