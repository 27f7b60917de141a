package app.candor.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.candor.access.Refused;
import app.candor.audit.Change;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private static final Instant NOW = Instant.parse("2026-11-18T10:48:00Z");

    @Test
    void anEndBeforeTheStartIsRefusedBothWays() {
        var started = confirm(Ledger.empty("i"), FactKey.STARTED, "2026-11-18T08:47:00Z").state();

        assertThatThrownBy(() -> confirm(started, FactKey.ENDED, "2026-11-18T08:46:00Z"))
                .isInstanceOf(Refused.class)
                .hasMessage(
                        "It cannot end (18 Nov 2026, 08:46 UTC) before it started (18 Nov 2026,"
                                + " 08:47 UTC).");
        var ended = confirm(started, FactKey.ENDED, "2026-11-18T10:00:00Z").state();
        assertThatThrownBy(() -> confirm(ended, FactKey.STARTED, "2026-11-18T10:01:00Z"))
                .isInstanceOf(Refused.class);
    }

    @Test
    void onlyAForecastMayLieAhead() {
        assertThatThrownBy(
                        () -> confirm(Ledger.empty("i"), FactKey.STARTED, "2026-11-18T10:48:01Z"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("cannot lie in the future");
        var eta = confirm(Ledger.empty("i"), FactKey.CAUGHT_UP_BY, "2026-11-18T12:30:00Z");
        assertThat(eta.state().time(FactKey.CAUGHT_UP_BY))
                .contains(Instant.parse("2026-11-18T12:30:00Z"));
    }

    @Test
    void aPercentageNeedsToKnowOfHowMany() {
        var empty = Ledger.empty("i");

        assertThatThrownBy(() ->
                        empty.confirm(
                                FactKey.AFFECTED_PERCENT, "31.5", "estimate", "p", NOW, false))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("number of all merchants");
        assertThatThrownBy(() -> confirm(empty, FactKey.AFFECTED_PERCENT, "100.1"))
                .hasMessageContaining("0 to 100");
    }

    @Test
    void wrongShapesAreRefusedInWords() {
        var empty = Ledger.empty("i");

        assertThatThrownBy(() -> confirm(empty, FactKey.AFFECTED_COUNT, "about 400"))
                .hasMessage("A count is a whole number, 0 or more.");
        assertThatThrownBy(() -> confirm(empty, FactKey.STARTED, "this morning"))
                .hasMessageContaining("date and time in UTC");
        assertThatThrownBy(() -> confirm(empty, FactKey.RAW_DATA_LOST, "maybe"))
                .hasMessage("Answer yes, no or not yet known.");
    }

    @Test
    void everyValueStaysInTheHistory() {
        var first = confirm(Ledger.empty("i"), FactKey.AFFECTED_COUNT, "396").state();
        var second = confirm(first, FactKey.AFFECTED_COUNT, "418").state();

        assertThat(second.values().get(FactKey.AFFECTED_COUNT))
                .extracting(Ledger.Value::raw)
                .containsExactly("396", "418");
    }

    @Test
    void theSameValueAgainChangesNothing() {
        var once = confirm(Ledger.empty("i"), FactKey.CAUSE, "A setting of the release").state();

        var again = confirm(once, FactKey.CAUSE, "A setting of the release");

        assertThat(again.events()).isEmpty();
        assertThat(again.state()).isEqualTo(once);
    }

    @Test
    void onlyAChangedMaterialFactIsToldAsMaterial() {
        var empty = Ledger.empty("i");

        assertThat(confirm(empty, FactKey.RAW_DATA_LOST, "no").events())
                .containsExactly(new FactConfirmed("i", "raw-data-lost", true));
        assertThat(confirm(empty, FactKey.AFFECTED_COUNT, "418").events())
                .containsExactly(new FactConfirmed("i", "affected-count", false));
        assertThat(confirm(empty, FactKey.RAW_DATA_LOST, "").events())
                .containsExactly(new FactConfirmed("i", "raw-data-lost", false));
    }

    private static Change<Ledger> confirm(Ledger ledger, FactKey key, String value) {
        return ledger.confirm(key, value, "event age chart", "p", NOW, true);
    }
}
