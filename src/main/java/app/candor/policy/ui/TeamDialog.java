package app.candor.policy.ui;

import app.candor.access.Refused;
import app.candor.policy.RosterPolicy;
import app.candor.policy.Team;
import app.candor.uikit.QuestionDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Asks what a team is called and which parts of the product it looks after. */
class TeamDialog extends QuestionDialog {
    private final TextField name = new TextField("What the team is called");
    private final TextArea cares = new TextArea("Components and integrations it looks after");
    private final RosterPolicy roster;
    private final @Nullable Team known;

    /**
     * @param components as the company calls them, for the hint below the field
     * @param known what to begin with; null for a new one
     */
    TeamDialog(
            RosterPolicy roster,
            List<String> components,
            @Nullable Team known,
            Consumer<Team> take) {
        super(known == null ? "Add a team" : "Change a team");
        this.roster = roster;
        this.known = known;
        name.setMaxLength(60);
        name.setWidthFull();
        cares.setMaxLength(2_000);
        cares.setMinRows(3);
        cares.setWidthFull();
        cares.setHelperText(
                "One a line, by the names that the facts of an incident use"
                        + (components.isEmpty()
                                ? "."
                                : ": " + String.join(", ", components) + "."));
        if (known != null) {
            name.setValue(known.name());
            cares.setValue(String.join("\n", known.cares()));
        }
        var fields = new Div(name, cares);
        fields.addClassName("form");
        add(fields);
        answer(known == null ? "Add team" : "Change team", () -> take.accept(said()));
    }

    private Team said() {
        var words = name.getValue().strip();
        if (words.isEmpty()) {
            throw new Refused("Say what the team is called.");
        }
        var id = known == null ? Keys.of(words) : known.id();
        var taken =
                roster.teams().stream()
                        .filter(team -> !team.equals(known))
                        .anyMatch(team ->
                                team.id().equals(id) || team.name().equalsIgnoreCase(words));
        if (id.isEmpty() || taken) {
            throw new Refused("Another team is called so already. Choose another name.");
        }
        var parts = cares.getValue().lines().map(String::strip).filter(line -> !line.isEmpty());
        return new Team(id, words, parts.distinct().toList());
    }
}
