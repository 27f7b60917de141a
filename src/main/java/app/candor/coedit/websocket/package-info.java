/**
 * The browser's end of a text: one WebSocket per tab and text, as docs/collab-protocol.md says. The
 * frames of RFC 6455 are read and written here, the connection and the handshake are Tomcat's and
 * Spring's. What a text is and who may read it is not decided here.
 */
@NullMarked
package app.candor.coedit.websocket;

import org.jspecify.annotations.NullMarked;
