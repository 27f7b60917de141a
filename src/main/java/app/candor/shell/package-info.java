/**
 * The frame around every page: navigation, the person, the clock, home, and pages for what went
 * wrong.
 *
 * <p>Knows no feature. Views appear in the navigation by {@code @Menu(title, order, icon)}: order
 * below 50 stands first, below 80 under “Share”, the rest under “Oversight”; the icon names a
 * {@link app.candor.uikit.Glyph} in lower case. What home and the navigation's numbers show is
 * handed in by Spring beans of {@link app.candor.shell.BurningItems}, {@link
 * app.candor.shell.WaitingItems}, {@link app.candor.shell.DueItems} and {@link
 * app.candor.shell.NavCounts}. Pages that exist for some people only are told apart by {@link
 * app.candor.shell.HiddenAddresses}.
 */
@ApplicationModule(
        allowedDependencies = {"access", "access :: tokens", "notify", "notify :: ui", "uikit"})
@NullMarked
package app.candor.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
