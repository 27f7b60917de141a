package app.candor.comms;

import app.candor.access.StepUp;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * The identity provider's tokens behind signatures, kept beside them: proof of a fresh login that
 * does not rest on this portal. One login may stand behind several signatures.
 */
@Component
class Evidence {
    private final MongoCollection<Document> tokens;

    Evidence(MongoTemplate mongo) {
        this.tokens = mongo.getCollection("signature_evidence");
    }

    /** Keeps it; a repeat changes nothing. */
    FreshLogin keep(StepUp.Evidence login) {
        var id = RevisionForm.sha256(login.idToken().getBytes(StandardCharsets.UTF_8));
        tokens.replaceOne(
                Filters.eq("_id", id),
                new Document("_id", id)
                        .append("idToken", login.idToken())
                        .append("nonceInput", login.nonceInput())
                        .append("authTime", Date.from(login.authTime())),
                new ReplaceOptions().upsert(true));
        return new FreshLogin(login.authTime(), id);
    }

    Optional<StepUp.Evidence> find(String id) {
        return Optional.ofNullable(tokens.find(Filters.eq("_id", id)).first())
                .map(kept ->
                        new StepUp.Evidence(
                                kept.getDate("authTime").toInstant(),
                                kept.getString("idToken"),
                                kept.getString("nonceInput")));
    }
}
