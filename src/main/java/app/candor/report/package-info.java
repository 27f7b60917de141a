/**
 * Pages to print, sign for and send along: XHTML templates made into PDF.
 *
 * <p>Owns the templates, fonts and page furniture. Loads nothing from outside the application and
 * knows no other module: whoever asks for a page fills its record.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package app.candor.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
