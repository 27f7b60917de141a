/**
 * What makes a demo: people to sign in as, an identity provider for them, and a believable past.
 *
 * <p>Never part of a real installation: {@link app.candor.demo.signin.DemoGuard} refuses to start
 * with a real issuer, a {@code prod} profile or an address that others can reach.
 */
@ApplicationModule
@NullMarked
package app.candor.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
