package app.candor.coedit.authority;

import static app.candor.coedit.authority.AuthorityFixture.CLOCK;
import static app.candor.coedit.authority.AuthorityFixture.WIRE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@EnumSource
class CommitLogTest {
    private final AuthorityFixture fixture;
    private final CommitLog log;

    CommitLogTest(AuthorityFixture.Inserting inserting) {
        fixture = new AuthorityFixture(inserting);
        log = fixture.storage(CLOCK).log();
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void aNumberThatWasStoredInEightBytesIsTaken() {
        fixture.commits()
                .insertOne(
                        new Document("docId", "t")
                                .append("seq", 1L)
                                .append("clientId", "before")
                                .append("clientSeq", 1L)
                                .append("userId", "ada")
                                .append("at", Date.from(CLOCK.instant()))
                                .append("steps", "[]"));

        assertThat(log.append("t", List.of(commit(1, "now", 1)))).isZero();
        assertThat(log.append("t", List.of(commit(2, "before", 1)))).isZero();
        assertThat(log.append("t", List.of(commit(2, "now", 1)))).isOne();
        assertThat(log.after("t", 0, 10)).extracting(Commit::seq).containsExactly(1L, 2L);
        assertThat(log.of("t", "before", 1)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, Integer.MAX_VALUE, Integer.MAX_VALUE + 1L, 1L << 52})
    void aNumberOfAnySizeComesBack(long number) {
        log.append("t", List.of(commit(number, "a", number)));

        assertThat(log.after("t", number - 1, 10)).containsExactly(commit(number, "a", number));
        assertThat(log.after("t", number, 10)).isEmpty();
        assertThat(log.of("t", "a", number)).contains(commit(number, "a", number));
    }

    private static Commit commit(long seq, String clientId, long clientSeq) {
        return new Commit(
                seq,
                clientId,
                clientSeq,
                "ada",
                CLOCK.instant(),
                WIRE.readAll(List.of()),
                "[]",
                null);
    }
}
