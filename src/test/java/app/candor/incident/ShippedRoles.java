package app.candor.incident;

import app.candor.policy.RolePolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/** The role sets as they ship. */
final class ShippedRoles {
    static final RolePolicy POLICY = read();
    static final RolePolicy.RoleSet SET = POLICY.active();

    private ShippedRoles() {}

    private static RolePolicy read() {
        try (var file = RolePolicy.class.getResourceAsStream("/policy/roles.json")) {
            return JsonMapper.builder()
                    .build()
                    .readValue(Objects.requireNonNull(file).readAllBytes(), RolePolicy.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
