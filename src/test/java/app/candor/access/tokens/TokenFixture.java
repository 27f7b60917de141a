package app.candor.access.tokens;

import app.candor.access.Person;
import java.util.EnumSet;
import org.springframework.security.core.context.SecurityContextHolder;

/** Acts by token in a test. */
public final class TokenFixture {
    private TokenFixture() {}

    /** From here on this thread acts for the person by a token of every scope. */
    public static void as(Person person) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                new TokenSignIn(
                        person, EnumSet.allOf(TokenScope.class), "token of " + person.id()));
        SecurityContextHolder.setContext(context);
    }
}
