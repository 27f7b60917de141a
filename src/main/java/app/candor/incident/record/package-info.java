/** What is kept beside the document: decisions, links, tasks. */
@NamedInterface("record")
@NullMarked
package app.candor.incident.record;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
