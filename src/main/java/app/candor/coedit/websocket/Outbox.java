package app.candor.coedit.websocket;

import app.candor.coedit.authority.Frame;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;

/**
 * What is on its way to one tab.
 *
 * <p>Putting something in never waits. One task at a time sends, with blocking calls, so a slow tab
 * holds up nothing but itself. What it has not taken meanwhile is joined: commits into one message,
 * carets to their latest place. Beyond the limit it is cut off: it can fetch the text again.
 */
final class Outbox {
    private final Line line;
    private final Executor executor;
    private final int most;
    private final Deque<Item> waiting = new ArrayDeque<>();
    private long size;
    private boolean sending;
    private boolean closed;

    /** Where messages go. */
    interface Line {
        /** Sends and returns when the network has taken it. */
        void send(byte[] message) throws IOException;

        /** The tab took too little for too long. */
        void tooSlow();

        /** Sending failed: the tab is gone. */
        void broken();
    }

    private sealed interface Item {
        byte[] bytes();

        record Shared(Frame frame) implements Item {
            @Override
            public byte[] bytes() {
                return frame.bytes();
            }
        }

        record Own(byte[] bytes) implements Item {}
    }

    /**
     * @param executor runs a task that may block
     * @param most bytes that may wait
     */
    Outbox(Line line, Executor executor, int most) {
        this.line = line;
        this.executor = executor;
        this.most = most;
    }

    void put(Frame frame) {
        put(new Item.Shared(frame));
    }

    void put(String message) {
        put(new Item.Own(message.getBytes(StandardCharsets.UTF_8)));
    }

    synchronized void close() {
        closed = true;
        waiting.clear();
    }

    private void put(Item item) {
        boolean overflow;
        synchronized (this) {
            if (closed) {
                return;
            }
            waiting.addLast(item);
            size += item.bytes().length;
            overflow = size > most && sending;
            if (overflow) {
                close();
            } else if (!sending) {
                sending = true;
                executor.execute(this::sendAll);
            }
        }
        if (overflow) {
            line.tooSlow();
        }
    }

    private void sendAll() {
        try {
            for (var batch = take(); !batch.isEmpty(); batch = take()) {
                while (!batch.isEmpty()) {
                    line.send(joined(batch));
                }
            }
        } catch (IOException | RuntimeException e) {
            close();
            line.broken();
        }
    }

    private synchronized Deque<Item> take() {
        var batch = new ArrayDeque<>(waiting);
        waiting.clear();
        size = 0;
        sending = !batch.isEmpty();
        return batch;
    }

    /** Takes the first item and whatever can go in the same message. */
    private static byte[] joined(Deque<Item> batch) {
        var first = batch.removeFirst();
        if (!(first instanceof Item.Shared(var frame))) {
            return first.bytes();
        }
        var joined = frame;
        while (batch.peekFirst() instanceof Item.Shared(var next)) {
            if (joined instanceof Frame.Commits commits && next instanceof Frame.Commits more) {
                joined = commits.and(more);
            } else if (joined instanceof Frame.Carets carets && next instanceof Frame.Carets more) {
                joined = carets.and(more);
            } else {
                break;
            }
            batch.removeFirst();
        }
        return joined.bytes();
    }
}
