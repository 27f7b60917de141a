/** The browser's end of a text: one WebSocket per tab and text, as docs/collab-protocol.md says. */
@NullMarked
package app.candor.coedit.websocket;

import org.jspecify.annotations.NullMarked;
