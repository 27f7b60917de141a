package app.candor.access.signin;

import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where the identity provider says that a login ended. No browser comes here: the token alone says
 * who asks.
 */
@RestController
class BackChannelLogoutPage {
    static final String PATH = "/back-channel-logout";

    private final ProviderLogouts logouts;

    BackChannelLogoutPage(ProviderLogouts logouts) {
        this.logouts = logouts;
    }

    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<Map<String, String>> logout(@RequestParam("logout_token") String token) {
        try {
            logouts.take(token);
            return ResponseEntity.ok().cacheControl(CacheControl.noStore()).build();
        } catch (ProviderLogouts.NotTaken refused) {
            return ResponseEntity.badRequest()
                    .cacheControl(CacheControl.noStore())
                    .body(
                            Map.of(
                                    "error",
                                    "invalid_request",
                                    "error_description",
                                    String.valueOf(refused.getMessage())));
        }
    }
}
