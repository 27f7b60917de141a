/** The authority: the log in MongoDB and, for every open text, the one thread that writes it. */
@NullMarked
package app.candor.coedit.authority;

import org.jspecify.annotations.NullMarked;
