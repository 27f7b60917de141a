package app.candor.incident;

import static app.candor.demo.DemoPerson.ENGINEER;
import static app.candor.demo.DemoPerson.STAFF;
import static app.candor.demo.DemoPerson.SUPPORT;
import static org.assertj.core.api.Assertions.assertThat;

import app.candor.MovedTime;
import app.candor.access.SignedIn;
import app.candor.incident.customers.AccountLine;
import app.candor.incident.customers.AccountLine.Wanted;
import app.candor.incident.customers.Customers;
import app.candor.policy.Severity;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The page of affected accounts while others change the incident. */
@SpringBootTest(properties = {"candor.demo=empty", "candor.data=target/test-data/incident"})
@Import(MovedTime.class)
class AccountsPageTest extends SpringBrowserlessTest {
    @Autowired Incidents incidents;
    @Autowired Accounts accounts;
    @Autowired Customers customers;
    @Autowired MongoTemplate mongo;

    @BeforeEach
    void everybodyHasSignedInOnce() {
        SignedIn.everybodyKnown(mongo);
    }

    /** Only now: a change told last redraws an open page as that page is closed. */
    @AfterAll
    static void nobodyActs() {
        SignedIn.out();
    }

    @Test
    void whatSomebodyHasChosenStaysChosenWhenTheIncidentChanges() {
        var id = SignedIn.as(STAFF, () -> incidents.report("Orders are late", Source.STAFF)).id();
        var csv =
                "account,name,tier,csm,contact name,contact email,integration,contract notice hours,"
                        + "affected\nS-1,Stay Goods,Growth,Hanna Weiss,,,Shopcore,,yes\n";
        SignedIn.as(
                ENGINEER,
                () -> {
                    incidents.declare(
                            id, Declaration.of(Severity.SEV1, IncidentType.OUTAGE, RawDataLost.NO));
                    return accounts.importCsv(id, csv.getBytes(StandardCharsets.UTF_8));
                });
        SignedIn.as(SUPPORT);
        UI.getCurrent().navigate(incidents.get(id).path() + "/accounts");
        grid().select(customers.lines(id, Wanted.ALL).findFirst().orElseThrow());

        SignedIn.as(ENGINEER, () -> incidents.setStage(id, Stage.IDENTIFIED));
        roundTrip();

        assertThat(grid().getSelectedItems())
                .extracting(line -> line.account().name())
                .containsExactly("Stay Goods");
    }

    @SuppressWarnings("unchecked")
    private Grid<AccountLine> grid() {
        return (Grid<AccountLine>) find(Grid.class).single();
    }
}
