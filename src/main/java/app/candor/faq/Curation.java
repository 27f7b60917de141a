package app.candor.faq;

import app.candor.access.Access;
import app.candor.access.Act;
import app.candor.access.Guarded;
import app.candor.access.People;
import app.candor.access.Refused;
import app.candor.access.Visibility;
import app.candor.comms.Audience;
import app.candor.comms.AudienceScope;
import app.candor.comms.DraftKind;
import app.candor.comms.Drafts;
import app.candor.comms.NewDraft;
import app.candor.prosemirror.Node;
import app.candor.prosemirror.Schema;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The desk where entries are made to outlast their incident, and duplicates become one. */
@Service
public class Curation {
    private final Library library;
    private final Beginnings beginnings;
    private final Drafts drafts;
    private final Access access;
    private final People people;
    private final Clock clock;

    Curation(
            Library library,
            Beginnings beginnings,
            Drafts drafts,
            Access access,
            People people,
            Clock clock) {
        this.library = library;
        this.beginnings = beginnings;
        this.drafts = drafts;
        this.access = access;
        this.people = people;
        this.clock = clock;
    }

    /**
     * Begins an entry that is always valid from one of an incident. Its answer starts with the
     * approved words, facts written out, and passes gates of its own: at least those of the first.
     *
     * @throws Refused without an approved answer, or while the incident is not open to all staff
     */
    public Entry promote(String id) {
        var entry = library.requireWriter(id);
        var answer = entry.answer();
        if (entry.incident() == null) {
            throw new Refused("This entry belongs to no incident already.");
        }
        if (answer == null || !entry.isApproved()) {
            throw new Refused("Only an approved answer can be made valid for good.");
        }
        if (library.guarded(entry.incident()).visibility() != Visibility.OPEN) {
            throw new Refused("The incident is not open to all staff, and its words would be.");
        }
        access.require(Act.DRAFT, Guarded.open());
        var evergreen = beginnings.addEvergreen(entry);
        var draft =
                drafts.begin(
                        new NewDraft(
                                DraftKind.FAQ_ANSWER,
                                null,
                                evergreen.id(),
                                evergreen.question(),
                                Audience.of(AudienceScope.CUSTOMER_SUCCESS),
                                evergreen.atLeast(),
                                Node.fromJson(Schema.candor(), written(answer)),
                                null));
        return library.change(evergreen.id(), latest -> latest.drafting(draft.id()));
    }

    /**
     * Another entry answers the question from now on; its words become wordings of that one, and
     * those who copied this answer owe a word.
     *
     * @throws Refused where words of an incident would reach people who may not read it
     */
    public Entry merge(String id, String into) {
        var entry = library.requireWriter(id);
        var other = library.requireWriter(into);
        if (id.equals(into) || other.other() != null) {
            throw new Refused("Choose another entry that answers questions itself.");
        }
        if (library.guarded(entry.incident()).visibility() != Visibility.OPEN
                && !Objects.equals(entry.incident(), other.incident())) {
            throw new Refused("The words of this incident would leave it. Merge inside of it.");
        }
        var me = people.current().id();
        var merged =
                library.change(
                        id,
                        latest ->
                                latest.mergeInto(
                                        into, me, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        library.change(into, latest -> latest.alsoAskedAs(entry.question()));
        entry.wordings()
                .forEach(wording -> library.change(into, latest -> latest.alsoAskedAs(wording)));
        return merged;
    }

    /** The document with every fact as the words that were signed. */
    private static Map<String, @Nullable Object> written(Answer answer) {
        return written(answer.document(), answer.facts());
    }

    private static Map<String, @Nullable Object> written(
            Map<?, ?> node, Map<String, String> facts) {
        var next = new LinkedHashMap<String, @Nullable Object>();
        if ("fact".equals(node.get("type"))) {
            var key =
                    node.get("attrs") instanceof Map<?, ?> attrs
                            ? String.valueOf(attrs.get("key"))
                            : "";
            next.put("type", "text");
            next.put("text", facts.getOrDefault(key, "not yet known"));
            return next;
        }
        node.forEach((name, value) ->
                next.put(
                        String.valueOf(name),
                        value instanceof List<?> children && "content".equals(name)
                                ? children.stream()
                                        .map(child ->
                                                child instanceof Map<?, ?> inner
                                                        ? written(inner, facts)
                                                        : child)
                                        .toList()
                                : value));
        return next;
    }
}
