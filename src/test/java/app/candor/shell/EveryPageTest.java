package app.candor.shell;

import static app.candor.demo.DemoPerson.AUDITOR;
import static app.candor.demo.DemoPerson.COMMANDER;
import static app.candor.demo.DemoPerson.CSM;
import static app.candor.demo.DemoPerson.ENGINEER;
import static app.candor.demo.DemoPerson.STAFF;
import static app.candor.demo.DemoPerson.WRITER;
import static org.assertj.core.api.Assertions.assertThat;

import app.candor.MovedTime;
import app.candor.access.SignedIn;
import app.candor.comms.DraftKind;
import app.candor.comms.Drafts;
import app.candor.comms.NewDraft;
import app.candor.demo.DemoPerson;
import app.candor.incident.Declaration;
import app.candor.incident.Documents;
import app.candor.incident.Incident;
import app.candor.incident.IncidentRole;
import app.candor.incident.IncidentType;
import app.candor.incident.Incidents;
import app.candor.incident.Source;
import app.candor.policy.Severity;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.RouteBaseData;
import com.vaadin.flow.router.RouteData;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Every address of the portal, opened without a browser by somebody who may and by others. */
@SpringBootTest(properties = {"candor.demo=empty", "candor.data=target/test-data/incident"})
@Import(MovedTime.class)
class EveryPageTest extends SpringBrowserlessTest {
    private static final Pattern PARAMETER = Pattern.compile(":(\\w+)");

    @Autowired Incidents incidents;
    @Autowired Documents documents;
    @Autowired Drafts drafts;
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
    void everyPageOfAnIncidentOpensForAMemberUnderAHeadingAndATitleOfItsOwn() {
        var example = restricted();
        SignedIn.as(COMMANDER);
        for (var route : pagesOfAnIncident()) {
            open(route, example);
            assertThat(getCurrentView().getClass())
                    .as(route.getTemplate())
                    .isEqualTo(route.getNavigationTarget());
            assertThat(find(H1.class).all()).as(route.getTemplate()).isNotEmpty();
            assertThat(UI.getCurrent().getInternals().getTitle())
                    .as(route.getTemplate())
                    .endsWith(" · Candor")
                    .isNotEqualTo("Candor");
        }
    }

    @Test
    void everyPageOfARestrictedIncidentIsToOutsidersWhatAnUnknownAddressIs() {
        var example = restricted();
        for (var outsider : List.of(STAFF, CSM, AUDITOR)) {
            SignedIn.as(outsider);
            UI.getCurrent().navigate("no/such/page");
            var unknown = shown();
            for (var route : pagesOfAnIncident()) {
                open(route, example);
                assertThat(shown())
                        .as("%s opens %s", outsider, route.getTemplate())
                        .isEqualTo(unknown);
            }
        }
    }

    @Test
    void everyOtherPageOpensForEverybodyOrRefusesInWords() {
        for (var person : DemoPerson.values()) {
            SignedIn.as(person);
            for (var route : pages().filter(page -> !ofAnIncident(page)).toList()) {
                open(
                        route,
                        Map.of(
                                "draft",
                                "aaaaaaaaaaaa",
                                "recall",
                                "none",
                                "___url_parameter",
                                "none"));
                var title = find(H1.class).all().getFirst().getText();
                assertThat(title)
                        .as("%s opens %s", person, route.getTemplate())
                        .isNotBlank()
                        .isNotEqualTo("That did not work");
            }
        }
    }

    @Test
    void noPageLinksToAnAddressThatDoesNotExist() {
        var example = restricted();
        SignedIn.as(COMMANDER);
        var seen = new TreeSet<String>();
        for (var route : pagesOfAnIncident()) {
            open(route, example);
            for (var link : find(Anchor.class).all()) {
                var address = link.getHref().replaceFirst("^/", "");
                if (address.startsWith("incidents/") && seen.add(address)) {
                    assertThat(exists(address))
                            .as("%s on %s", address, route.getTemplate())
                            .isTrue();
                }
            }
        }
        assertThat(seen).hasSizeGreaterThan(10);
    }

    private static boolean exists(String address) {
        var path = address.split("[?#]", 2)[0];
        return UI.getCurrent()
                .getInternals()
                .getRouter()
                .getRegistry()
                .getNavigationRouteTarget(path)
                .hasTarget();
    }

    /** What stands on the page, its bar and its navigation left out. */
    private String shown() {
        return ((Component) getCurrentView()).getElement().getTextRecursively()
                + " | "
                + UI.getCurrent().getInternals().getTitle();
    }

    private void open(RouteData route, Map<String, String> example) {
        var path =
                PARAMETER
                        .matcher(route.getTemplate())
                        .replaceAll(name -> {
                            assertThat(example)
                                    .as("an example for %s", route.getTemplate())
                                    .containsKey(name.group(1));
                            return example.get(name.group(1));
                        });
        UI.getCurrent().navigate(path.replace("?", ""));
    }

    private java.util.stream.Stream<RouteData> pages() {
        return UI
                .getCurrent()
                .getInternals()
                .getRouter()
                .getRegistry()
                .getRegisteredRoutes()
                .stream()
                .filter(route -> route.getNavigationTarget().getName().startsWith("app.candor."));
    }

    private List<RouteData> pagesOfAnIncident() {
        var found = pages().filter(EveryPageTest::ofAnIncident).toList();
        assertThat(found).hasSizeGreaterThan(20);
        return found;
    }

    private static boolean ofAnIncident(RouteBaseData<?> route) {
        return route.getTemplate().startsWith("incidents/:key");
    }

    /** A restricted incident with a document and a draft: the parameters of its pages. */
    private Map<String, String> restricted() {
        SignedIn.as(ENGINEER);
        var id = incidents.report("Keys seen where none should be", Source.STAFF).id();
        incidents.declare(id, Declaration.of(Severity.SEV1, IncidentType.SECURITY, null));
        incidents.assignRole(id, IncidentRole.COMMANDER, COMMANDER.sub());
        SignedIn.as(COMMANDER);
        incidents.grantAccess(id, WRITER.sub());
        Incident incident = incidents.get(id);
        SignedIn.as(WRITER);
        var draft = drafts.begin(NewDraft.of(DraftKind.LEADERSHIP_NOTE, id));
        return Map.of(
                "key", incident.key(),
                "draft", draft.id(),
                "document", documents.begin(id, "brain-dump", "firstnotes", "").name(),
                "from", "0",
                "to", "0");
    }
}
