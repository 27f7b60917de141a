/**
 * The look of the portal as reusable pieces: badges, chips, people, panels, times.
 *
 * <p>Knows people and plain words, no incident and no draft, and decides nothing: what a piece
 * shows is handed to it. Feature modules put these together in their views. Styles are in {@code
 * assets/base.css} and {@code assets/components.css}; tokens in {@code assets/candor.css}.
 */
@ApplicationModule(allowedDependencies = {"access"})
@NullMarked
package app.candor.uikit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
