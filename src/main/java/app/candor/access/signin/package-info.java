/** OpenID Connect sign-in, kept in MongoDB so that a restart signs nobody out, and revocable. */
@NamedInterface("signin")
@NullMarked
package app.candor.access.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
