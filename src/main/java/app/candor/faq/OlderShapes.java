package app.candor.faq;

import app.candor.comms.AudienceScope;
import app.candor.policy.SeverityClass;
import java.util.List;
import org.bson.Document;

/**
 * Entries and copies as earlier versions of Candor kept them, completed to the shape of today. They
 * stand in data folders for years, so what is added to either gets a line here.
 */
final class OlderShapes {
    private OlderShapes() {}

    static Document entry(Document kept) {
        missing(kept, "wordings", List.of());
        missing(kept, "doNotSay", "");
        missing(kept, "pertinentNegative", false);
        missing(kept, "atLeast", SeverityClass.LOW.name());
        missing(kept, "earlier", List.of());
        missing(kept, "turns", 0);
        if (kept.get("blocked") instanceof Document block) {
            missing(block, "kind", blockedBy(block.getString("cause")));
        }
        if (kept.get("answer") instanceof Document answer) {
            answer(answer, kept);
        }
        kept.getList("earlier", Document.class).forEach(answer -> answer(answer, kept));
        return kept;
    }

    static Document copy(Document kept) {
        missing(kept, "refused", false);
        return kept;
    }

    /**
     * The first versions asked the question of the entry, released to customer success alone, and
     * did not keep the gates: an incident's answer counts as one of the high class.
     */
    private static void answer(Document answer, Document entry) {
        missing(answer, "question", entry.getString("question"));
        missing(answer, "audience", AudienceScope.CUSTOMER_SUCCESS.name());
        missing(
                answer,
                "gates",
                (entry.get("incident") == null ? SeverityClass.LOW : SeverityClass.HIGH).name());
        missing(answer, "facts", new Document());
        missing(answer, "signedBy", List.of());
    }

    private static String blockedBy(String cause) {
        return (cause.startsWith("Withdrawn") ? Block.Kind.WITHDRAWN : Block.Kind.FACT_CHANGED)
                .name();
    }

    private static void missing(Document kept, String field, Object otherwise) {
        if (kept.get(field) == null) {
            kept.put(field, otherwise);
        }
    }
}
