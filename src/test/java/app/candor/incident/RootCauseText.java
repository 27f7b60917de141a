package app.candor.incident;

import app.candor.coedit.Texts;
import app.candor.demo.DemoPerson;
import app.candor.prosemirror.LineMarkup;
import app.candor.prosemirror.ReplaceStep;
import app.candor.prosemirror.Slice;
import java.util.List;

/** Writes the text of a root cause as people do, a block a line. */
public final class RootCauseText {
    /** Every required section says something. */
    public static final String COMPLETE =
            """
            # In short
            A limit nobody watched
            # How it came about
            The queue was full at 09:00 UTC.
            # What set it off
            One large export.
            # What let it through
            No alert below 95%.
            # Looked at and ruled out
            The integrations: their queues were short.
            # How sure we are
            Reproduced in a test.
            """;

    private RootCauseText() {}

    /** Puts the words in the place of what was there. */
    public static void write(Texts texts, IncidentDocument text, DemoPerson writer, String words) {
        var written = LineMarkup.read(words);
        texts.edit(
                text.id(),
                writer.sub(),
                doc ->
                        List.of(
                                new ReplaceStep(
                                        0,
                                        doc.content().size(),
                                        new Slice(written.content(), 0, 0),
                                        false)));
    }
}
