package app.candor.policy.ui;

import app.candor.access.Refused;
import app.candor.policy.PlaybookPolicy;
import app.candor.policy.PlaybookPolicy.Playbook;
import app.candor.uikit.Buttons;
import app.candor.uikit.Glyph;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What has to be done in an incident: playbooks one below the other, each with its steps. */
class PlaybookForm extends PolicyForm {
    private final List<PlaybookFields> playbooks = new ArrayList<>();
    private final Div place = new Div();

    PlaybookForm(PlaybookPolicy policy) {
        addClassName("parts-form");
        place.addClassName("stack");
        policy.playbooks().forEach(this::add);
        add(
                place,
                Buttons.small(
                        Buttons.with(
                                Glyph.PLUS,
                                Buttons.secondary(
                                        "Add a playbook",
                                        () -> {
                                            add((Playbook) null);
                                            changed();
                                        }))));
        if (!playbooks.isEmpty()) {
            playbooks.getFirst().setOpen(true);
        }
    }

    @Override
    String json() {
        var taken = new TreeSet<String>();
        if (playbooks.isEmpty()) {
            throw new Refused("Without a playbook no incident has steps. Leave at least one.");
        }
        return """
        {
          "playbooks": [
        %s
          ]
        }
        """
                .formatted(
                        playbooks.stream()
                                .map(playbook -> playbook.json(taken))
                                .collect(Collectors.joining(",\n")));
    }

    /** In their order, for tests. */
    List<PlaybookFields> playbooks() {
        return playbooks;
    }

    private void add(@Nullable Playbook playbook) {
        var fields = new PlaybookFields(playbook, this::changed, this::remove);
        fields.setOpen(playbook == null);
        playbooks.add(fields);
        place.add(fields);
    }

    private void remove(PlaybookFields fields) {
        playbooks.remove(fields);
        place.remove(fields);
        changed();
    }
}
