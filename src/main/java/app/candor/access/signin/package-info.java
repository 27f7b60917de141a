/** OpenID Connect sign-in, kept in MongoDB so that a restart signs nobody out, and revocable. */
@NullMarked
package app.candor.access.signin;

import org.jspecify.annotations.NullMarked;
