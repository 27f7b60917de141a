package app.candor.comms;

import app.candor.access.Refused;
import app.candor.incident.FactKey;
import app.candor.incident.Incidents;
import app.candor.incident.Stage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the pre-approved wordings say of an incident, and what keeps each from leaving. */
@Component
class NoticeOffers {
    private final DraftStore drafts;
    private final Revisions revisions;
    private final Occasions occasions;
    private final Audiences audiences;
    private final Preapprovals preapprovals;
    private final Incidents incidents;

    NoticeOffers(
            DraftStore drafts,
            Revisions revisions,
            Occasions occasions,
            Audiences audiences,
            Preapprovals preapprovals,
            Incidents incidents) {
        this.drafts = drafts;
        this.revisions = revisions;
        this.occasions = occasions;
        this.audiences = audiences;
        this.preapprovals = preapprovals;
        this.incidents = incidents;
    }

    /** The wordings in force, those of the incident's stage first. Asks for no rights. */
    List<NoticeOffer> of(String incident) {
        var stage = incidents.asSystem(incident).stage();
        var occasion = occasions.of(incident);
        return drafts.standing().stream()
                .filter(wording -> preapprovals.missing(wording).isEmpty())
                .sorted(Comparator.comparing(wording -> standing(wording).stage() == stage ? 0 : 1))
                .map(wording -> offer(wording, occasion, stage))
                .toList();
    }

    /**
     * @throws Refused while a slot is open or anything else keeps the wording from leaving
     */
    void requireFilled(String incident, Draft wording, Occasion occasion) {
        var stage = incidents.asSystem(incident).stage();
        var obstacles = obstacles(reading(wording, occasion), wording, occasion, stage);
        if (!obstacles.isEmpty()) {
            throw new Refused("Nothing was sent. " + String.join(" ", obstacles));
        }
    }

    private NoticeOffer offer(Draft wording, Occasion occasion, Stage stage) {
        var review = wording.requireReview();
        var reading = reading(wording, occasion);
        var slots = preapprovals.slots();
        var open = new LinkedHashMap<FactKey, List<String>>();
        for (var key : Slots.all()) {
            if (Slots.takesNames(key)
                    && shown(wording).contains(key.key())
                    && known(occasion, key).isEmpty()) {
                open.put(key, slots.lists().getOrDefault(key, List.of()));
            }
        }
        var obstacles = new ArrayList<String>();
        for (var problem : obstacles(reading, wording, occasion, stage)) {
            if (open.keySet().stream().noneMatch(key -> problem.startsWith("“" + key.label()))) {
                obstacles.add(problem);
            }
        }
        return new NoticeOffer(
                wording, new Seen(review.number(), review.hash()), reading, open, obstacles);
    }

    private List<String> obstacles(Reading reading, Draft wording, Occasion occasion, Stage stage) {
        var slots = preapprovals.slots();
        var problems = new ArrayList<String>();
        if (standing(wording).stage() != stage) {
            problems.add(
                    "It speaks in the stage “%s”; this incident is in “%s”."
                            .formatted(standing(wording).stage().label(), stage.label()));
        }
        for (var key : shown(wording)) {
            var fact = occasion.facts().stream().filter(one -> one.key().equals(key)).findFirst();
            if (fact.isEmpty()) {
                problems.add(
                        "“%s” is not known yet."
                                .formatted(FactKey.of(key).map(FactKey::label).orElse(key)));
            } else {
                slots.problem(fact.get()).ifPresent(problems::add);
            }
        }
        if (reading.audience().isEmpty()) {
            problems.add(
                    "Nobody would get it: there are no "
                            + reading.audience().scope().label()
                            + " yet.");
        }
        return problems;
    }

    private List<String> shown(Draft wording) {
        return DocumentScan.of(revisions.get(wording.requireReview().hash()).text().document())
                .facts();
    }

    private static Optional<PinnedFact> known(Occasion occasion, FactKey key) {
        return occasion.facts().stream()
                .filter(fact -> fact.key().equals(key.key()) && !fact.unknown())
                .findFirst();
    }

    /** The wording as the occasion fills it. */
    Reading reading(Draft wording, Occasion occasion) {
        return Reading.live(
                wording,
                audiences.resolve(wording, occasion),
                occasion,
                revisions.get(wording.requireReview().hash()).text().document());
    }

    private static Standing standing(Draft wording) {
        return Objects.requireNonNull(wording.standing());
    }
}
