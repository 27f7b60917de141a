package app.candor.demo.story;

import static app.candor.demo.DemoPerson.COMMANDER;
import static app.candor.demo.DemoPerson.CSLEAD;
import static app.candor.demo.DemoPerson.ENGINEER;
import static app.candor.demo.DemoPerson.ENGINEER2;
import static app.candor.demo.DemoPerson.SUPPORT;
import static app.candor.demo.DemoPerson.WRITER;

import app.candor.coedit.Texts;
import app.candor.coedit.margin.MarginDesk;
import app.candor.coedit.margin.Suggestions;
import app.candor.coedit.versions.VersionDesk;
import app.candor.demo.DemoPerson;
import app.candor.prosemirror.Json;
import app.candor.prosemirror.Node;
import app.candor.prosemirror.ReplaceStep;
import app.candor.prosemirror.Schema;
import app.candor.prosemirror.StepWire;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** What several people wrote into the document while orders were late, and said beside it. */
@PartOfTheStory
class LateOrdersTalk {
    private final Texts texts;
    private final MarginDesk margin;
    private final Suggestions suggestions;
    private final VersionDesk versions;
    private final StepWire wire;
    private final Cast cast;

    LateOrdersTalk(
            Texts texts,
            MarginDesk margin,
            Suggestions suggestions,
            VersionDesk versions,
            StepWire wire,
            Cast cast) {
        this.texts = texts;
        this.margin = margin;
        this.suggestions = suggestions;
        this.versions = versions;
        this.wire = wire;
        this.cast = cast;
    }

    void tell(String text, StoryClock clock, Instant start) {
        clock.turnTo(start.plus(Duration.ofMinutes(107)));
        cast.as(
                COMMANDER,
                () ->
                        versions.name(
                                text, texts.current(text).seq(), "Ready for the second update"));
        clock.turnTo(start.plus(Duration.ofMinutes(108)));
        write(
                text,
                COMMANDER,
                "are needed.",
                " The release manager agreed on the call. Settings of this kind wait for a second"
                        + " pair of eyes from today on.");
        clock.turnTo(start.plus(Duration.ofMinutes(109)));
        write(
                text,
                SUPPORT,
                "in review.",
                " Support answers tickets with the words of the second notice, nothing else.");
        clock.turnTo(start.plus(Duration.ofMinutes(110)));
        cast.as(
                CSLEAD,
                () ->
                        comment(
                                text,
                                "talk-group-3",
                                "EU group 3",
                                "Which of our larger merchants are in group 3? We would like to"
                                        + " call them before the e-mail."));
        cast.as(
                ENGINEER2,
                () ->
                        margin.reply(
                                "talk-group-3",
                                "talk-group-3-2",
                                "38 of them, the list is in the dashboard. The restart takes four"
                                        + " minutes, so calling after it would do."));
        clock.turnTo(start.plus(Duration.ofMinutes(112)));
        cast.as(
                WRITER,
                () -> {
                    comment(
                            text,
                            "talk-payments",
                            "settlement counts match hour by hour",
                            "May I use this in the e-mail as it stands? I need the name of who"
                                    + " compared them.");
                    suggest(
                            text,
                            "talk-empty",
                            "was empty throughout",
                            "never held more than a minute of orders",
                            "Empty is stronger than what the chart shows");
                });
        clock.turnTo(start.plus(Duration.ofMinutes(115)));
        cast.as(ENGINEER, () -> suggestions.accept("talk-empty"));
        clock.turnTo(start.plus(Duration.ofMinutes(116)));
        cast.as(
                CSLEAD,
                () ->
                        suggest(
                                text,
                                "talk-duplicates",
                                "a second copy would create duplicates",
                                "the same order would then arrive twice",
                                "Merchants ask what duplicates would mean for them"));
    }

    private void write(String text, DemoPerson writer, String after, String words) {
        texts.edit(
                text,
                writer.sub(),
                doc -> {
                    int end = place(doc, after) + after.length();
                    return List.of(replacing(end, end, words));
                });
    }

    private void comment(String text, String id, String words, String said) {
        var now = texts.current(text);
        int from = place(now.doc(), words);
        margin.comment(text, id, now.seq(), from, from + words.length(), said);
    }

    private void suggest(String text, String id, String instead, String words, String why) {
        var now = texts.current(text);
        int from = place(now.doc(), instead);
        var step = replacing(from, from + instead.length(), words);
        suggestions.suggest(text, id, now.seq(), Json.print(wire.writeAll(List.of(step))), why);
    }

    private static ReplaceStep replacing(int from, int to, String words) {
        var schema = Schema.candor();
        var text = Map.of("type", "text", "text", words);
        var line = Map.of("type", "paragraph", "content", List.of(text));
        var doc = Node.fromJson(schema, Map.of("type", "doc", "content", List.of(line)));
        return new ReplaceStep(from, to, doc.slice(1, 1 + words.length()), false);
    }

    /** Position of the first of these words. */
    private static int place(Node doc, String words) {
        return within(doc, 0, words).orElseThrow(() -> new IllegalStateException(words));
    }

    private static OptionalInt within(Node parent, int from, String words) {
        int at = from;
        for (var child : parent.content().children()) {
            if (child.isText() && child.text().contains(words)) {
                return OptionalInt.of(at + child.text().indexOf(words));
            }
            var found = within(child, at + 1, words);
            if (found.isPresent()) {
                return found;
            }
            at += child.size();
        }
        return OptionalInt.empty();
    }
}
