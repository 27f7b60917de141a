/**
 * The demo's identity provider: OpenID Connect by Spring Authorization Server, one click a person.
 */
@NullMarked
package app.candor.demo.signin;

import org.jspecify.annotations.NullMarked;
