package app.candor.coedit.websocket;

import app.candor.access.People;
import app.candor.access.Person;
import app.candor.coedit.authority.FoundText;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;
import org.springframework.web.util.WebUtils;

/**
 * Lets a socket be opened by a signed-in person from a page of the portal only.
 *
 * <p>A browser sends its cookies along with a handshake from any page on the Web, so the Origin has
 * to be there and be ours.
 */
@Component
class Handshake implements HandshakeInterceptor {
    static final String PERSON = "person";
    static final String HTTP_SESSION = "httpSession";
    static final String ADMISSION = "admission";

    private final People people;
    private final Admission admission;
    private final RehearsedPerson nobody;

    Handshake(People people, Admission admission, RehearsedPerson nobody) {
        this.people = people;
        this.admission = admission;
        this.nobody = nobody;
    }

    @Override
    public boolean beforeHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            Map<String, Object> attributes) {
        if (request.getHeaders().getOrigin() == null || !WebUtils.isSameOrigin(request)) {
            response.setStatusCode(HttpStatus.FORBIDDEN);
            return false;
        }
        if (!(request instanceof ServletServerHttpRequest servlet)) {
            response.setStatusCode(HttpStatus.UNAUTHORIZED);
            return false;
        }
        var text = admission.find(request.getURI().getRawPath());
        if (nobody.opens(servlet.getServletRequest())) {
            admit(nobody.person(), nobody.person().id(), text, attributes);
            return true;
        }
        var person = people.signedIn();
        var session = servlet.getServletRequest().getSession(false);
        if (person.isEmpty() || session == null) {
            response.setStatusCode(HttpStatus.UNAUTHORIZED);
            return false;
        }
        admit(person.get(), session.getId(), text, attributes);
        return true;
    }

    private void admit(
            Person person,
            String httpSession,
            CompletableFuture<Optional<FoundText>> text,
            Map<String, Object> attributes) {
        attributes.put(PERSON, person);
        attributes.put(HTTP_SESSION, httpSession);
        attributes.put(ADMISSION, admission.ask(person, text));
    }

    @Override
    public void afterHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            @Nullable Exception failure) {}
}
