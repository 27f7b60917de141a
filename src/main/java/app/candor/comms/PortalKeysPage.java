package app.candor.comms;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The portal's public keys, for anybody who verifies a release. */
@RestController
class PortalKeysPage {
    private final PortalKeys keys;

    PortalKeysPage(PortalKeys keys) {
        this.keys = keys;
    }

    @GetMapping(path = "/keys", produces = MediaType.TEXT_PLAIN_VALUE)
    String keys() {
        return keys.published();
    }
}
