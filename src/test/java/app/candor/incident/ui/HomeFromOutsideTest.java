package app.candor.incident.ui;

import static app.candor.demo.DemoPerson.COMMANDER2;
import static app.candor.demo.DemoPerson.ENGINEER;
import static app.candor.demo.DemoPerson.STAFF;
import static org.assertj.core.api.Assertions.assertThat;

import app.candor.access.People;
import app.candor.access.Person;
import app.candor.demo.DemoPerson;
import app.candor.shell.BurningItem;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** The demo's SEV0, whose details are restricted, on the home of those outside and inside. */
@SpringBootTest(properties = {"candor.demo=full", "candor.data=target/test-data/demo-texts"})
class HomeFromOutsideTest {
    @Autowired private OnHome home;
    @Autowired private People people;

    @Test
    void whoMayOnlyKnowThatItExistsSeesWhoCommandsThatItIsRestrictedAndNoFacts() {
        var item = graveFor(STAFF);

        assertThat(item.people()).extracting(Person::id).containsExactly(COMMANDER2.sub());
        assertThat(item.lines())
                .extracting(BurningItem.Line::label)
                .containsExactly("Details", "Customers");
    }

    @Test
    void whoWorksOnItSeesItsFactsAndItsTeam() {
        var item = graveFor(ENGINEER);

        assertThat(item.people()).hasSizeGreaterThan(3);
        assertThat(item.lines()).extracting(BurningItem.Line::label).contains("Affected");
    }

    private BurningItem graveFor(DemoPerson reader) {
        return home.burningFor(people.find(reader.sub()).orElseThrow()).stream()
                .filter(item -> item.severity().equals("SEV0"))
                .findFirst()
                .orElseThrow();
    }
}
