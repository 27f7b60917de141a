package app.candor.incident.ui;

import static app.candor.demo.DemoPerson.COMMANDER;
import static app.candor.demo.DemoPerson.ENGINEER;
import static org.assertj.core.api.Assertions.assertThat;

import app.candor.MovedTime;
import app.candor.access.SignedIn;
import app.candor.incident.Declaration;
import app.candor.incident.IncidentRole;
import app.candor.incident.IncidentType;
import app.candor.incident.Incidents;
import app.candor.incident.RawDataLost;
import app.candor.incident.Source;
import app.candor.policy.Severity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoTemplate;

/** What the open pages of an incident share. */
@SpringBootTest(properties = {"candor.demo=empty", "candor.data=target/test-data/incident"})
@Import(MovedTime.class)
class RoomDeskTest {
    @Autowired RoomDesk desk;
    @Autowired Incidents incidents;
    @Autowired MongoTemplate mongo;

    @BeforeEach
    void everybodyHasSignedInOnce() {
        SignedIn.everybodyKnown(mongo);
    }

    @AfterEach
    void nobodyActs() {
        SignedIn.out();
    }

    @Test
    void aPageThatStillHoldsAnOlderIncidentSharesNothingOld() {
        SignedIn.as(ENGINEER);
        var id = incidents.report("Pipelines wait for a runner", Source.STAFF).id();
        incidents.declare(id, Declaration.of(Severity.SEV1, IncidentType.OUTAGE, RawDataLost.NO));
        var before = incidents.get(id);
        assertThat(desk.vacant(before)).contains(IncidentRole.COMMANDER);

        incidents.assignRole(id, IncidentRole.COMMANDER, COMMANDER.sub());

        assertThat(desk.vacant(before)).doesNotContain(IncidentRole.COMMANDER);
    }
}
