package app.candor.coedit.websocket;

import app.candor.access.People;
import java.util.Map;
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

    private final People people;
    private final RehearsedPerson nobody;

    Handshake(People people, RehearsedPerson nobody) {
        this.people = people;
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
        if (nobody.opens(servlet.getServletRequest())) {
            attributes.put(PERSON, nobody.person());
            attributes.put(HTTP_SESSION, nobody.person().id());
            return true;
        }
        var person = people.signedIn();
        var session = servlet.getServletRequest().getSession(false);
        if (person.isEmpty() || session == null) {
            response.setStatusCode(HttpStatus.UNAUTHORIZED);
            return false;
        }
        attributes.put(PERSON, person.get());
        attributes.put(HTTP_SESSION, session.getId());
        return true;
    }

    @Override
    public void afterHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            @Nullable Exception failure) {}
}
