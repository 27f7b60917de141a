package app.candor.shell.failures;

import static org.assertj.core.api.Assertions.assertThat;

import app.candor.access.NotFound;
import app.candor.access.Refused;
import java.lang.reflect.InvocationTargetException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.OptimisticLockingFailureException;

class FailureTest {

    @Test
    void aRefusalSpeaksForItselfHoweverDeepItLies() {
        var thrown = new RuntimeException(new InvocationTargetException(new Refused("Not you.")));

        assertThat(Failure.words(thrown)).isEqualTo("Not you.");
    }

    @Test
    void aConflictSaysThatNothingOfMineWasDone() {
        assertThat(Failure.words(new OptimisticLockingFailureException("x")))
                .contains("Nothing of yours was done");
    }

    @Test
    void whatIsHiddenReadsLikeWhatIsGone() {
        assertThat(Failure.words(new NotFound())).doesNotContain("right").contains("not there");
    }

    @Test
    void aFaultNamesAReferenceAndNotItsCause() {
        assertThat(Failure.words(new IllegalStateException("secret detail")))
                .containsPattern("reference [A-Z2-9]{6}\\.")
                .doesNotContain("secret");
    }
}
