package app.candor.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

class DocumentSkeletonTest {

    @Test
    void itIsAValidDocumentWithEveryRequiredSection() {
        var document = DocumentSkeleton.of("Orders arrive late");

        assertThatCode(document::check).doesNotThrowAnyException();
        assertThat(document.textContent("\n").lines())
                .contains(
                        "Summary in three lines",
                        "Status, severity, commander",
                        "Known, unknown, ruled out",
                        "Customer impact",
                        "Pertinent negatives",
                        "Timeline",
                        "Done, doing, next",
                        "Decisions",
                        "Tickets",
                        "Communications log",
                        "People",
                        "Root cause",
                        "Learnings",
                        "Actions")
                .contains("What customers notice: Orders arrive late");
    }
}
