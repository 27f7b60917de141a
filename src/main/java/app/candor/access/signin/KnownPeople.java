package app.candor.access.signin;

import app.candor.access.Act;
import app.candor.access.NotSignedIn;
import app.candor.access.People;
import app.candor.access.Person;
import app.candor.access.Role;
import app.candor.access.tokens.TokenSignIn;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/** People as the identity provider described them at their latest login. */
@Component
class KnownPeople implements People {
    private static final Comparator<Person> BY_NAME = Comparator.comparing(Person::name);

    private final MongoTemplate mongo;

    KnownPeople(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    Person arrived(OidcUser user, Set<Role> roles) {
        return mongo.save(person(user, roles));
    }

    @Override
    public Person current() {
        return signedIn().orElseThrow(NotSignedIn::new);
    }

    @Override
    public Optional<Person> signedIn() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication instanceof TokenSignIn token) {
            return Optional.of(token.person());
        }
        if (authentication == null || !(authentication.getPrincipal() instanceof OidcUser user)) {
            return Optional.empty();
        }
        return Optional.of(person(user, GroupsToRoles.rolesIn(authentication.getAuthorities())));
    }

    @Override
    public boolean withinScope(Act act) {
        return !(SecurityContextHolder.getContext().getAuthentication()
                        instanceof TokenSignIn token)
                || token.allows(act);
    }

    @Override
    public Optional<Person> find(String id) {
        return Optional.ofNullable(mongo.findById(id, Person.class));
    }

    @Override
    public Map<String, Person> byIds(Collection<String> ids) {
        return mongo.find(Query.query(Criteria.where("_id").in(ids)), Person.class).stream()
                .collect(Collectors.toMap(Person::id, Function.identity()));
    }

    @Override
    public List<Person> holders(Role role) {
        return mongo.find(Query.query(Criteria.where("roles").is(role)), Person.class).stream()
                .sorted(BY_NAME)
                .toList();
    }

    @Override
    public List<Person> all() {
        return mongo.findAll(Person.class).stream().sorted(BY_NAME).toList();
    }

    private static Person person(OidcUser user, Set<Role> roles) {
        var sub = sub(user);
        return new Person(
                sub,
                Objects.requireNonNullElse(user.getFullName(), sub),
                Objects.requireNonNullElse(user.getEmail(), ""),
                Objects.requireNonNullElse(user.getClaimAsString("title"), ""),
                roles);
    }

    /** Always present in an id token: OpenID Connect Core 2. */
    static String sub(OidcUser user) {
        return Objects.requireNonNull(user.getSubject(), "id token without sub");
    }
}
