package app.candor.access;

import app.candor.demo.DemoPerson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/** Acts as one of the demo's people in a test: {@code SignedIn.as(ENGINEER)}. */
public final class SignedIn {
    private static final Map<String, Role> ROLES =
            Map.of(
                    "commanders", Role.COMMANDER,
                    "engineering", Role.ENGINEERING,
                    "communications", Role.COMMS_LEAD,
                    "legal", Role.LEGAL,
                    "leadership", Role.LEADERSHIP,
                    "cs-leads", Role.CS_LEAD,
                    "csms", Role.CSM,
                    "support", Role.SUPPORT,
                    "admins", Role.ADMIN,
                    "auditors", Role.AUDITOR);

    private SignedIn() {}

    /** From here on this thread acts as the person, who logged in just now. */
    public static void as(DemoPerson person) {
        as(person, Instant.now());
    }

    /**
     * As {@link #as(DemoPerson)}.
     *
     * @param authenticatedAt the id token's {@code auth_time}
     */
    public static void as(DemoPerson person, Instant authenticatedAt) {
        var token =
                OidcIdToken.withTokenValue("token-of-" + person.userName())
                        .subject(person.sub())
                        .claim("name", person.fullName())
                        .claim("email", person.email())
                        .claim("title", person.title())
                        .claim("auth_time", authenticatedAt)
                        .issuedAt(authenticatedAt)
                        .expiresAt(authenticatedAt.plusSeconds(3600))
                        .build();
        var authorities = authorities(person);
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                new OAuth2AuthenticationToken(
                        new DefaultOidcUser(authorities, token), authorities, "candor"));
        SecurityContextHolder.setContext(context);
    }

    /** Runs something as the person and returns to whoever acted before. */
    public static <R> R as(DemoPerson person, Supplier<R> act) {
        var before = SecurityContextHolder.getContext();
        as(person);
        try {
            return act.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    /** From here on nobody acts. */
    public static void out() {
        SecurityContextHolder.clearContext();
    }

    /** Makes everybody known, as if each had signed in once. */
    public static void everybodyKnown(MongoTemplate mongo) {
        Arrays.stream(DemoPerson.values()).map(SignedIn::person).forEach(mongo::save);
    }

    /** The person as the portal knows them. */
    public static Person person(DemoPerson person) {
        return new Person(
                person.sub(), person.fullName(), person.email(), person.title(), roles(person));
    }

    private static List<GrantedAuthority> authorities(DemoPerson person) {
        var authorities = new ArrayList<GrantedAuthority>();
        authorities.add(new SimpleGrantedAuthority("ROLE_STAFF"));
        roles(person)
                .forEach(
                        role -> authorities.add(new SimpleGrantedAuthority("ROLE_" + role.name())));
        return authorities;
    }

    private static Set<Role> roles(DemoPerson person) {
        var roles = EnumSet.noneOf(Role.class);
        person.groups().stream().map(ROLES::get).forEach(roles::add);
        return roles;
    }
}
