package app.candor.coedit.websocket;

import app.candor.coedit.authority.Frame;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

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
    private final Runnable sendAll = this::sendAll;
    private final int most;
    private final Deque<Item> waiting = new ArrayDeque<>();
    private long size;
    private boolean sending;
    private boolean closed;

    /** Where messages go. */
    interface Line {
        /** Sends and returns when the network has taken it. */
        void write(byte[] message) throws IOException;

        /** The same with a message that others are sent too. */
        void write(Frame message) throws IOException;

        /** The tab took too little for too long. */
        void tooSlow();

        /** Sending failed: the tab is gone. */
        void broken();
    }

    private sealed interface Item {
        int length();

        void writeTo(Line line) throws IOException;

        /** Whether both can go in one message, this first. */
        default boolean joins(@Nullable Item later) {
            return false;
        }

        record Shared(Frame frame) implements Item {
            @Override
            public int length() {
                return frame.bytes().length;
            }

            @Override
            public void writeTo(Line line) throws IOException {
                line.write(frame);
            }

            @Override
            public boolean joins(@Nullable Item later) {
                return later instanceof Shared(var next)
                        && (frame instanceof Frame.Commits && next instanceof Frame.Commits
                                || frame instanceof Frame.Carets && next instanceof Frame.Carets);
            }
        }

        record Own(byte[] message) implements Item {
            @Override
            public int length() {
                return message.length;
            }

            @Override
            public void writeTo(Line line) throws IOException {
                line.write(message);
            }
        }
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
            size += item.length();
            overflow = size > most && sending;
            if (overflow) {
                close();
            } else if (!sending) {
                sending = true;
                executor.execute(sendAll);
            }
        }
        if (overflow) {
            line.tooSlow();
        }
    }

    private void sendAll() {
        try {
            for (var due = take(); due != null; due = take()) {
                due.writeTo(line);
            }
        } catch (IOException | RuntimeException e) {
            close();
            line.broken();
        }
    }

    /** The first item and whatever can go in the same message; null if nothing waits. */
    private @Nullable Item take() {
        List<Frame> frames;
        synchronized (this) {
            var first = waiting.pollFirst();
            if (first == null) {
                sending = false;
                return null;
            }
            size -= first.length();
            if (!first.joins(waiting.peekFirst())) {
                return first;
            }
            frames = new ArrayList<>();
            frames.add(((Item.Shared) first).frame());
            while (first.joins(waiting.peekFirst())) {
                var next = (Item.Shared) waiting.removeFirst();
                size -= next.length();
                frames.add(next.frame());
            }
        }
        return new Item.Shared(joined(frames));
    }

    /** Encoded once: a tab may be thousands of commits behind. */
    private static Frame joined(List<Frame> frames) {
        return frames.getFirst() instanceof Frame.Carets
                ? Frame.Carets.joined(only(Frame.Carets.class, frames))
                : Frame.Commits.joined(only(Frame.Commits.class, frames));
    }

    private static <F extends Frame> List<F> only(Class<F> kind, List<Frame> frames) {
        return frames.stream().map(kind::cast).toList();
    }
}
