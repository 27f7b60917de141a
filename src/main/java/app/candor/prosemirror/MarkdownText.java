package app.candor.prosemirror;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One textblock's worth of Markdown, with marks opened and closed where Markdown allows it. */
final class MarkdownText {
    private static final String SPECIAL = "\\`*_{}[]<>~|&$";
    private static final Pattern LINE_START =
            Pattern.compile("(?m)^([ \t]*)([#+\\-=]|\\d+(?=[.)]))");
    private static final String BREAK = "\\\n";

    private final StringBuilder out = new StringBuilder();
    private List<Mark> open = List.of();

    /** Spaces held back, because a delimiter right after one would not close. */
    private String pending = "";

    void words(String text, List<Mark> marks) {
        String words = text.replaceAll("[\\r\\n]+", " ");
        if (marks.stream().anyMatch(mark -> mark.type().name().equals("code"))) {
            String fence = "`".repeat(longestRun(words, '`') + 1);
            boolean pad = words.startsWith("`") || words.endsWith("`") || words.isBlank();
            String room = pad ? " " : "";
            String inCell = words.replace("|", "\\|");
            raw(fence + room + inCell + room + fence, marks);
            return;
        }
        String core = words.strip();
        int lead = words.indexOf(core);
        if (core.isEmpty()) {
            pending += words;
            return;
        }
        pending += words.substring(0, lead);
        raw(escape(core), marks);
        pending += words.substring(lead + core.length());
    }

    /** Text that is Markdown already. */
    void raw(String markdown, List<Mark> marks) {
        List<Mark> wanted =
                marks.stream().filter(mark -> !delimiter(mark, true).isEmpty()).toList();
        int kept = 0;
        while (kept < open.size()
                && kept < wanted.size()
                && open.get(kept).equals(wanted.get(kept))) {
            kept++;
        }
        close(kept);
        out.append(pending);
        pending = "";
        for (Mark mark : wanted.subList(kept, wanted.size())) {
            out.append(delimiter(mark, true));
        }
        open = wanted;
        out.append(markdown);
    }

    void lineBreak() {
        close(0);
        open = List.of();
        pending = "";
        out.append(BREAK);
    }

    String print() {
        close(0);
        String text = out.toString().stripLeading();
        while (text.endsWith(BREAK)) {
            text = text.substring(0, text.length() - BREAK.length());
        }
        return LINE_START
                .matcher(text)
                .replaceAll(start -> start.group(2).matches("\\d+") ? "$1$2\\\\" : "$1\\\\$2");
    }

    private void close(int kept) {
        List<Mark> closing = new ArrayList<>(open.subList(kept, open.size()));
        for (Mark mark : closing.reversed()) {
            out.append(delimiter(mark, false));
        }
    }

    private static String delimiter(Mark mark, boolean opening) {
        return switch (mark.type().name()) {
            case "link" ->
                    opening
                            ? "["
                            : "]("
                                    + target(mark.attrs().get("href"), mark.attrs().get("title"))
                                    + ")";
            case "em" -> "*";
            case "strong" -> "**";
            case "strike" -> "~~";
            default -> "";
        };
    }

    /** Address and title, as they go between round brackets. */
    static String target(@Nullable Object address, @Nullable Object title) {
        String safe =
                String.valueOf(address)
                        .replaceAll("[\\t\\r\\n]", "")
                        .replace("\\", "%5C")
                        .replace("<", "%3C")
                        .replace(">", "%3E")
                        .replace("|", "%7C");
        String tail =
                title == null ? "" : " \"" + escape(title.toString()).replace("\"", "\\\"") + "\"";
        return "<" + safe + ">" + tail;
    }

    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (SPECIAL.indexOf(c) >= 0
                    || c == '!' && i + 1 < text.length() && text.charAt(i + 1) == '[') {
                escaped.append('\\');
            }
            escaped.append(c == '\n' || c == '\r' ? ' ' : c);
        }
        return escaped.toString();
    }

    static int longestRun(String text, char wanted) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == wanted ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
