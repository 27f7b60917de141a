package app.candor.incident;

import static app.candor.demo.DemoPerson.ENGINEER;
import static app.candor.demo.DemoPerson.STAFF;
import static app.candor.demo.DemoPerson.SUPPORT;
import static org.assertj.core.api.Assertions.assertThat;

import app.candor.MovableClock;
import app.candor.MovedTime;
import app.candor.access.SignedIn;
import app.candor.clocks.ContractNotice;
import app.candor.clocks.IncidentClock;
import app.candor.clocks.IncidentClock.State;
import app.candor.incident.customers.AccountLine.Wanted;
import app.candor.incident.customers.Customers;
import app.candor.incident.customers.Telling.What;
import app.candor.policy.Severity;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Accounts whose contract wants notice: from when they are affected until they are told. */
@SpringBootTest(properties = {"candor.demo=empty", "candor.data=target/test-data/incident"})
@Import(MovedTime.class)
class ContractNoticeTest {
    @Autowired Incidents incidents;
    @Autowired IncidentClocks clocks;
    @Autowired Accounts accounts;
    @Autowired Customers customers;
    @Autowired MongoTemplate mongo;
    @Autowired MovableClock clock;
    private String id = "";

    @BeforeEach
    void anIncidentIsDeclared() {
        SignedIn.everybodyKnown(mongo);
        id = SignedIn.as(STAFF, () -> incidents.report("Orders are late", Source.STAFF)).id();
        SignedIn.as(ENGINEER);
        incidents.declare(id, Declaration.of(Severity.SEV1, IncidentType.OUTAGE, RawDataLost.NO));
    }

    @AfterEach
    void nobodyActs() {
        SignedIn.out();
    }

    @Test
    void theHoursRunFromTheMomentAnAccountIsMarkedAndTheSameListMovesNothing() {
        list("yes", "no");
        var first = clock.instant();
        clock.advance(Duration.ofHours(1));
        list("yes", "no");
        assertThat(notice("N-1").due()).isEqualTo(first.plus(Duration.ofHours(4)));

        clock.advance(Duration.ofHours(1));
        list("yes", "yes");

        assertThat(notice("N-1").due()).isEqualTo(first.plus(Duration.ofHours(4)));
        assertThat(notice("N-2").due()).isEqualTo(clock.instant().plus(Duration.ofHours(24)));
        assertThat(running().state())
                .isInstanceOfSatisfying(
                        State.Running.class,
                        owed -> assertThat(owed.due()).isEqualTo(first.plus(Duration.ofHours(4))));
    }

    @Test
    void tellingEachAccountMeetsTheClockAndTheOneToldTooLateSaysSo() {
        list("yes", "yes");
        clock.advance(Duration.ofHours(5));
        assertThat(running().state()).isInstanceOf(State.Breached.class);

        SignedIn.as(SUPPORT);
        customers.told(id, List.of("N-1", "N-2"), What.OPEN, "by phone");

        assertThat(running().state())
                .isInstanceOfSatisfying(State.Met.class, met -> assertThat(met.late()).isTrue());
        assertThat(notice("N-1").toldLate()).isTrue();
        assertThat(notice("N-2").toldLate()).isFalse();
    }

    @Test
    void anAccountThatIsNotAffectedAfterAllOwesNothing() {
        list("yes", "no");

        list("no", "no");

        assertThat(found()).isEmpty();
    }

    private void list(String first, String second) {
        var csv =
                """
                account,name,tier,csm,contact name,contact email,integration,contract notice hours,affected
                N-1,Nordic Oats,Growth,Hanna Weiss,,,Shopcore,4,%s
                N-2,Noon Shoes,Growth,Hanna Weiss,,,Shopcore,24,%s
                N-3,No Clause,Growth,Hanna Weiss,,,Shopcore,,yes
                """
                        .formatted(first, second);
        accounts.importCsv(id, csv.getBytes(StandardCharsets.UTF_8));
    }

    private ContractNotice notice(String account) {
        return customers
                .lines(id, new Wanted(account, null))
                .findFirst()
                .flatMap(line -> Optional.ofNullable(line.notice()))
                .orElseThrow();
    }

    private IncidentClock running() {
        return found().orElseThrow();
    }

    private Optional<IncidentClock> found() {
        return clocks.of(incidents.get(id)).stream()
                .filter(one -> one.key().equals("contract-notice"))
                .findFirst();
    }
}
