package app.candor.access.tokens;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A token as it is kept: by its hash, never itself.
 *
 * @param id SHA-256 of the token, hex
 * @param owner person id
 * @param name what its owner calls it
 * @param ownerSeenAt when its owner last signed in; one who stays away takes the token along
 * @param usedAt exact to the minute; null until the first use
 * @param revokedAt null while it works
 */
@Document("personal_tokens")
public record PersonalToken(
        @Id String id,
        String owner,
        String name,
        Set<TokenScope> scopes,
        Instant madeAt,
        Instant expiresAt,
        Instant ownerSeenAt,
        @Nullable Instant usedAt,
        @Nullable Instant revokedAt) {
    public PersonalToken {
        scopes = Set.copyOf(scopes);
    }

    boolean worksAt(Instant now) {
        return revokedAt == null
                && now.isBefore(expiresAt)
                && now.isBefore(ownerSeenAt.plus(PersonalTokens.OWNER_AWAY));
    }
}
