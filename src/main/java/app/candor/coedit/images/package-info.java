/**
 * Pictures inside co-edited texts: taken in, decoded, written anew and served to whoever may read
 * the text they belong to. A picture is stored once and never changed; its address is in the text.
 */
@NamedInterface("images")
@NullMarked
package app.candor.coedit.images;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
