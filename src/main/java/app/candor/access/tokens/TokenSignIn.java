package app.candor.access.tokens;

import app.candor.access.Act;
import app.candor.access.Person;
import java.util.List;
import java.util.Set;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A request in somebody's name by one of their tokens; holds the token's hash, not the token. */
public final class TokenSignIn extends AbstractAuthenticationToken {
    private final transient Person person;
    private final transient Set<TokenScope> scopes;
    private final String tokenId;

    TokenSignIn(Person person, Set<TokenScope> scopes, String tokenId) {
        super(List.of());
        this.person = person;
        this.scopes = scopes;
        this.tokenId = tokenId;
        setAuthenticated(true);
    }

    public Person person() {
        return person;
    }

    /** Whether the token's scopes cover the act. */
    public boolean allows(Act act) {
        return scopes.stream().anyMatch(scope -> scope.allows(act));
    }

    String tokenId() {
        return tokenId;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return person.id();
    }
}
