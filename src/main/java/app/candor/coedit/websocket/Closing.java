package app.candor.coedit.websocket;

import org.springframework.web.socket.CloseStatus;

/** Why the server ends a connection: the protocol's close codes. */
final class Closing {
    static final CloseStatus SIGN_IN_AGAIN = new CloseStatus(4401, "sign in again");
    static final CloseStatus NO_LONGER_ALLOWED = new CloseStatus(4403, "no longer allowed");
    static final CloseStatus NO_SUCH_TEXT = new CloseStatus(4404, "no such text");
    static final CloseStatus SCHEMA_CHANGED = new CloseStatus(4409, "schema changed");
    static final CloseStatus TOO_SLOW = new CloseStatus(4413, "too slow");
    static final CloseStatus CONNECT_AGAIN = new CloseStatus(1012, "connect again");
    static final CloseStatus NOT_THE_PROTOCOL = new CloseStatus(1007, "not the protocol");

    private Closing() {}
}
