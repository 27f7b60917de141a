/** How Spring Boot starts the embedded server, and says why it could not. */
@NullMarked
package app.candor.embedded.boot;

import org.jspecify.annotations.NullMarked;
