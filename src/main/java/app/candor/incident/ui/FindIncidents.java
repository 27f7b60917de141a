package app.candor.incident.ui;

import app.candor.coedit.NoSuchText;
import app.candor.coedit.Texts;
import app.candor.incident.Incident;
import app.candor.incident.Incidents;
import app.candor.shell.FindSource;
import app.candor.shell.Found;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Incidents by key and title, and the words of their documents. */
@Component
class FindIncidents implements FindSource {
    private final Incidents incidents;
    private final Texts texts;

    FindIncidents(Incidents incidents, Texts texts) {
        this.incidents = incidents;
        this.texts = texts;
    }

    @Override
    public List<Found> byName(String words) {
        return incidents.visible().stream()
                .map(incident ->
                        new Found(
                                "Incident",
                                incident.title(),
                                incident.key()
                                        + ", "
                                        + incident.stage().label().toLowerCase(java.util.Locale.UK),
                                incident.path(),
                                Math.max(
                                        FindSource.weight(words, incident.title()),
                                        FindSource.weight(words, incident.key()))))
                .filter(found -> found.weight() > 0)
                .toList();
    }

    @Override
    public List<Found> inTexts(String words) {
        return incidents.visible().stream()
                .filter(incidents::maySeeDetails)
                .limit(TEXTS)
                .flatMap(incident -> inDocument(incident, words))
                .toList();
    }

    private Stream<Found> inDocument(Incident incident, String words) {
        var place = FindSource.place(words, plain(incident));
        return place.isEmpty()
                ? Stream.empty()
                : Stream.of(
                        new Found(
                                "Document",
                                incident.key() + ": " + incident.title(),
                                place,
                                incident.path(),
                                50));
    }

    private String plain(Incident incident) {
        try {
            return texts.plainText(incident.documentId());
        } catch (NoSuchText none) {
            return "";
        }
    }
}
