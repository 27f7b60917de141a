/**
 * Personal tokens: how a person's other tools use the API in their name, and only the part of it
 * that the token says. A token opens no page, and nothing can be signed or released with it.
 */
@NamedInterface("tokens")
@NullMarked
package app.candor.access.tokens;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
