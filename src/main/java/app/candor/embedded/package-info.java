/**
 * A MongoDB-compatible server inside the process, for a demo, a small team and tests.
 *
 * <p>Runs only when no {@code spring.mongodb.uri} is set. Owns the files below {@code
 * ${candor.data}/mongo} and nothing of the business; the rest of Candor talks to it through the
 * ordinary driver, but for the log of texts, which is inserted without the way over the wire. From
 * the outside in: {@code boot} starts it, {@code EmbeddedServer} serves a folder, the {@code
 * Durable…} classes fit its storage interface, {@code OrderedIndex} and {@code IndexScan} find
 * documents, and {@code Store} keeps them on disk (journal, recovery, compaction). See {@code
 * docs/decisions/0003-embedded-store.md}.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package app.candor.embedded;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
