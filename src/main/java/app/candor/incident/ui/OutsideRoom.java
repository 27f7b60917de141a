package app.candor.incident.ui;

import app.candor.incident.Incident;
import app.candor.incident.ReleasedWords;
import app.candor.uikit.Banner;
import app.candor.uikit.EmptyState;
import app.candor.uikit.Glyph;
import app.candor.uikit.Panel;
import app.candor.uikit.Times;
import app.candor.uikit.Tone;
import com.vaadin.flow.component.html.Div;
import java.util.List;

/** What somebody sees of an incident whose details are closed: what was released, and no more. */
class OutsideRoom extends Div {
    OutsideRoom(RoomDesk desk, Incident incident, List<ReleasedWords> sources) {
        addClassNames("room-record", "stack-l");
        add(
                new Banner(
                        Tone.INFO,
                        "Documents, facts and people are for members.",
                        "The commander or legal can let you in; “Ask to be let in” stands in the"
                                + " menu above."));
        var texts = sources.stream().flatMap(source -> source.of(incident).stream()).toList();
        if (texts.isEmpty()) {
            add(
                    Panel.untitled(
                            "Released texts",
                            new EmptyState(Glyph.SEND, "Nothing was released yet", "")));
        }
        for (var text : texts) {
            var words = new Div(text.words());
            words.addClassName("review-text");
            add(
                    new Panel(text.subject(), words)
                            .note(text.kind() + ", released " + Times.near(text.at(), desk.now()))
                            .padded());
        }
    }
}
