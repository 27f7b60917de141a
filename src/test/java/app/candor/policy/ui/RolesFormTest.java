package app.candor.policy.ui;

import static app.candor.policy.ui.PolicyForms.press;
import static app.candor.policy.ui.PolicyForms.shipped;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.candor.access.Refused;
import app.candor.policy.RolePolicy;
import app.candor.policy.SeverityClass;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class RolesFormTest {
    private final String shipped = shipped("roles.json");
    private final RolesForm form = new RolesForm(read(shipped));

    @Test
    void untouchedItSaysWhatIsInForceLineByLine() {
        assertThat(form.json().strip()).isEqualTo(shipped.strip());
    }

    @Test
    void anotherSetIsPutInForceAndOneRoleMoreRequired() {
        form.inForce.setValue(form.sets().getLast());
        form.sets().getLast().roles().getLast().required.setValue(Set.of(SeverityClass.HIGH));
        form.complaint.setValue(60);

        var policy = read(form.json());
        assertThat(policy.active().title()).isEqualTo("Support-led roles");
        assertThat(policy.complaintMinutes()).isEqualTo(60);
        assertThat(policy.active().of("ENGINEERING_LEAD").orElseThrow().required())
                .containsExactly(SeverityClass.HIGH);
    }

    @Test
    void aRoleThatTheSetLacksIsAddedAndOnlyThoseAreOffered() {
        var set = form.sets().getLast();
        assertThat(set.more.getListDataView().getItems())
                .containsExactly("COMMS_LEAD", "SME", "SUPPORT_LEAD", "LEGAL", "SCRIBE");

        set.more.setValue("SCRIBE");
        set.roles().getLast().owes.setValue("Writes down\n\n what was decided ");

        var scribe = read(form.json()).sets().getLast().of("SCRIBE").orElseThrow();
        assertThat(scribe.label()).isEqualTo("Scribe");
        assertThat(scribe.owes()).containsExactly("Writes down", "what was decided");
        assertThat(set.more.getListDataView().getItems()).doesNotContain("SCRIBE");
    }

    @Test
    void whatIsMissingIsNamedAndNothingTypedIsLost() {
        press(form, "Add a role set");
        refused("Say what each role set is called");
        var set = form.sets().getLast();
        set.title.setValue("Night shift");
        set.roles().getFirst().label.setValue(" ");
        refused("Night shift: say what the commander is called");
        set.roles().getFirst().label.setValue("Duty officer");
        assertThat(read(form.json()).sets().getLast().id()).isEqualTo("night-shift");
        press(set, "Remove role: Commander");
        refused("Night shift: a role set needs somebody who commands");
        press(set, "Remove role set");

        form.complaint.setValue(5);
        refused("A complaint is answered within 15 to 10080 minutes");
        form.complaint.setValue(240);
        press(form.sets().getFirst(), "Remove role set");
        refused("Choose the role set that incidents work by");
        form.inForce.setValue(form.sets().getFirst());
        assertThat(read(form.json()).inForce()).isEqualTo("logistics");
    }

    @Test
    void renamingASetKeepsWhichIsInForce() {
        form.sets().getFirst().title.setValue("Our roles");

        assertThat(form.inForce.getValue()).isEqualTo(form.sets().getFirst());
        assertThat(read(form.json()).active().title()).isEqualTo("Our roles");
    }

    @Test
    void everyPlaceOnAnIncidentHasAName() {
        assertThat(RolePolicy.ROLES)
                .allSatisfy(role -> assertThat(RoleFields.place(role)).isNotEqualTo(role));
    }

    private void refused(String words) {
        assertThatThrownBy(form::json).isInstanceOf(Refused.class).hasMessageContaining(words);
    }

    private static RolePolicy read(String json) {
        return JsonMapper.shared().readValue(json, RolePolicy.class);
    }
}
