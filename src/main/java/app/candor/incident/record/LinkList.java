package app.candor.incident.record;

import app.candor.access.NotFound;
import app.candor.access.Refused;
import app.candor.audit.Change;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Where else this incident is worked on, oldest first. */
record LinkList(String incidentId, List<IncidentLink> links) {
    static final int MOST_LINKS = 200;
    private static final int LONGEST_LABEL = 120;

    LinkList {
        links = List.copyOf(links);
    }

    /** The same address again changes nothing. */
    Change<LinkList> add(
            String id, LinkKind kind, String label, String address, String by, Instant at) {
        var url = WebAddress.checked(address);
        if (links.stream().anyMatch(link -> link.url().equals(url))) {
            return Change.of(this);
        }
        if (links.size() == MOST_LINKS) {
            throw new Refused("An incident holds at most " + MOST_LINKS + " links. Remove one.");
        }
        var words = label.strip();
        if (words.length() > LONGEST_LABEL) {
            throw new Refused("A name of at most " + LONGEST_LABEL + " characters, please.");
        }
        var next = new ArrayList<>(links);
        next.add(new IncidentLink(id, kind, words.isEmpty() ? host(url) : words, url, by, at));
        return Change.of(
                new LinkList(incidentId, next), new LinkChanged(incidentId, id, kind, "added"));
    }

    Change<LinkList> remove(String id) {
        var gone =
                links.stream()
                        .filter(link -> link.id().equals(id))
                        .findFirst()
                        .orElseThrow(NotFound::new);
        return Change.of(
                new LinkList(
                        incidentId, links.stream().filter(link -> !link.equals(gone)).toList()),
                new LinkChanged(incidentId, id, gone.kind(), "removed"));
    }

    private static String host(String url) {
        return URI.create(url).getHost();
    }
}
