package app.candor.incident;

import static org.assertj.core.api.Assertions.assertThat;

import app.candor.incident.AccountCounts.Integration;
import app.candor.policy.CriteriaPolicy;
import app.candor.policy.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

class CriteriaTest {
    private static final CriteriaPolicy POLICY =
            new CriteriaPolicy(25, 25, List.of("A security incident"));

    @Test
    void theArithmeticIsShown() {
        var overall = overall(418, 1326);

        assertThat(overall.arithmetic()).isEqualTo("418 of 1,326 merchants = 31.5% > 25%");
        assertThat(overall.met()).isTrue();
    }

    @Test
    void exactlyAQuarterIsNotYetAnIncident() {
        var overall = overall(250, 1000);

        assertThat(overall.met()).isFalse();
        assertThat(overall.arithmetic()).isEqualTo("250 of 1,000 merchants = 25.0% ≤ 25%");
    }

    @Test
    void oneMerchantMoreIsEvenWhereRoundingWouldHideIt() {
        var overall = overall(25_001, 100_000);

        assertThat(overall.met()).isTrue();
        assertThat(overall.arithmetic()).isEqualTo("25,001 of 100,000 merchants = 25.001% > 25%");
        assertThat(overall(24_999, 100_000).arithmetic()).contains("24.999% ≤ 25%");
    }

    @Test
    void oneIntegrationIsEnough() {
        var criteria =
                Criteria.evaluate(
                        POLICY,
                        new AccountCounts(10, 1000, List.of(new Integration("Tradelane", 10, 30))));

        assertThat(criteria.met()).isTrue();
        assertThat(criteria.reasons())
                .containsExactly("Tradelane: 10 of 30 merchants = 33.3% > 25%");
        assertThat(criteria.proposed(false)).isEqualTo(Severity.SEV2);
        assertThat(criteria.proposed(true)).isEqualTo(Severity.SEV1);
    }

    @Test
    void withoutAccountsNothingIsDividedAndTheLowestSeverityIsProposed() {
        var criteria = Criteria.evaluate(POLICY, AccountCounts.NONE);

        assertThat(criteria.shares()).isEmpty();
        assertThat(criteria.met()).isFalse();
        assertThat(criteria.proposed(false)).isEqualTo(Severity.SEV3);
        assertThat(criteria.questions()).containsExactly("A security incident");
    }

    private static Criteria.Share overall(int affected, int total) {
        return Criteria.evaluate(POLICY, new AccountCounts(affected, total, List.of()))
                .shares()
                .getFirst();
    }
}
