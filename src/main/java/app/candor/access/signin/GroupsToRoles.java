package app.candor.access.signin;

import app.candor.access.Role;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Gives roles for groups that the allow-list names, and nothing for any other. */
record GroupsToRoles(String claim, Map<String, Role> allowed) {

    Set<Role> roles(Map<String, Object> claims) {
        var roles = EnumSet.noneOf(Role.class);
        if (claims.get(claim) instanceof Collection<?> groups) {
            for (var group : groups) {
                var role = allowed.get(normalised(group));
                if (role != null) {
                    roles.add(role);
                }
            }
        }
        return roles;
    }

    static Set<GrantedAuthority> authorities(Set<Role> roles) {
        var authorities = new LinkedHashSet<GrantedAuthority>();
        authorities.add(new SimpleGrantedAuthority("ROLE_STAFF"));
        roles.forEach(role -> authorities.add(new SimpleGrantedAuthority("ROLE_" + role.name())));
        return authorities;
    }

    static Set<Role> rolesIn(Collection<? extends GrantedAuthority> authorities) {
        var roles = EnumSet.noneOf(Role.class);
        for (var role : Role.values()) {
            if (authorities.contains(new SimpleGrantedAuthority("ROLE_" + role.name()))) {
                roles.add(role);
            }
        }
        return roles;
    }

    /** Keycloak writes groups as paths: {@code /legal}. */
    private static String normalised(@Nullable Object group) {
        var name = String.valueOf(group);
        return name.startsWith("/") ? name.substring(1) : name;
    }
}
