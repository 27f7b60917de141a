/**
 * Tells people that they stand in a text.
 *
 * <p>The commit that names somebody says itself that the notice is owed; a closed page, a broken
 * connection or a killed portal only delay it. Who is named in a comment is the margin's to tell.
 */
@NullMarked
package app.candor.coedit.mentions;

import org.jspecify.annotations.NullMarked;
