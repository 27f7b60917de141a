package app.candor.coedit.images;

import app.candor.access.NotFound;
import app.candor.access.NotSignedIn;
import app.candor.access.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.util.WebUtils;

/**
 * {@code GET /attachments/TEXT/NAME} and {@code POST /attachments/TEXT}, whose body is the file, or
 * empty with {@code from} naming a picture of another text.
 */
@RestController
class ImageRequests {
    private final Images images;

    ImageRequests(Images images) {
        this.images = images;
    }

    @GetMapping("/attachments/{textId}/{name}")
    ResponseEntity<byte[]> get(
            @PathVariable String textId, @PathVariable String name, WebRequest request) {
        var picture = images.get(textId, name);
        // The name is a hash of the bytes. Rights are asked again at every look.
        if (request.checkNotModified("\"" + name + "\"")) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED).build();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(picture.format().type()))
                .cacheControl(CacheControl.noCache().cachePrivate())
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("X-Content-Type-Options", "nosniff")
                .body(picture.bytes());
    }

    /**
     * A browser sends its cookies with a request from any page on the Web, so the Origin has to be
     * there and be ours.
     */
    @PostMapping("/attachments/{textId}")
    ResponseEntity<Images.Placed> post(
            @PathVariable String textId,
            @RequestParam(required = false) String from,
            HttpServletRequest request)
            throws IOException {
        var http = new ServletServerHttpRequest(request);
        if (http.getHeaders().getOrigin() == null || !WebUtils.isSameOrigin(http)) {
            return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
        }
        if (from != null) {
            return ResponseEntity.ok(images.copy(textId, from));
        }
        return ResponseEntity.ok(images.add(textId, body(request)));
    }

    /** One byte more than may be sent is enough to know that it is too much. */
    private static byte[] body(HttpServletRequest request) throws IOException {
        return request.getInputStream().readNBytes(Decoding.MOST_BYTES + 1);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> refused(ImageRefused reason) {
        return answer(
                reason.tooLarge()
                        ? HttpStatus.CONTENT_TOO_LARGE
                        : HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                reason);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> refused(Refused reason) {
        return answer(HttpStatus.FORBIDDEN, reason);
    }

    @ExceptionHandler({NotFound.class, NotSignedIn.class})
    ResponseEntity<Map<String, String>> missing() {
        return ResponseEntity.status(HttpStatus.NOT_FOUND)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("reason", "This text is not here."));
    }

    private static ResponseEntity<Map<String, String>> answer(
            HttpStatus status, RuntimeException reason) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("reason", Objects.requireNonNullElse(reason.getMessage(), "")));
    }
}
