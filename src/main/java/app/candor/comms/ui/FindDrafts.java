package app.candor.comms.ui;

import app.candor.coedit.NoSuchText;
import app.candor.coedit.Texts;
import app.candor.comms.Draft;
import app.candor.comms.Drafts;
import app.candor.incident.Incidents;
import app.candor.shell.FindSource;
import app.candor.shell.Found;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Drafts by subject, and their words. */
@Component
class FindDrafts implements FindSource {
    private final Drafts drafts;
    private final Incidents incidents;
    private final Texts texts;

    FindDrafts(Drafts drafts, Incidents incidents, Texts texts) {
        this.drafts = drafts;
        this.incidents = incidents;
        this.texts = texts;
    }

    @Override
    public List<Found> byName(String words) {
        return drafts.latest(TEXTS).stream()
                .flatMap(draft -> {
                    var weight =
                            FindSource.weight(
                                    words, draft.title(), draft.bundle().subject(), key(draft));
                    return weight == 0 ? Stream.empty() : Stream.of(found(draft, "", weight));
                })
                .toList();
    }

    @Override
    public List<Found> inTexts(String words) {
        return drafts.latest(TEXTS).stream()
                .flatMap(draft -> {
                    var place = FindSource.place(words, plain(draft));
                    return place.isEmpty() ? Stream.empty() : Stream.of(found(draft, place, 40));
                })
                .toList();
    }

    private Found found(Draft draft, String place, int weight) {
        var key = key(draft);
        var subject = draft.bundle().subject();
        var title = subject.isEmpty() ? draft.title() : subject;
        var where = draft.title() + (key.isEmpty() ? "" : ", " + key);
        return new Found(
                "Draft",
                title,
                place.isEmpty() ? where : place,
                DraftWords.path(draft, key),
                weight);
    }

    private String key(Draft draft) {
        var incident = draft.incident();
        return incident == null ? "" : incidents.get(incident).key();
    }

    private String plain(Draft draft) {
        try {
            return texts.plainText(draft.textId());
        } catch (NoSuchText none) {
            return "";
        }
    }
}
