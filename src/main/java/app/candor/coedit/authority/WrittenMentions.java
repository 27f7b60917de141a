package app.candor.coedit.authority;

import app.candor.prosemirror.Node;
import app.candor.prosemirror.ReplaceAroundStep;
import app.candor.prosemirror.ReplaceStep;
import app.candor.prosemirror.Step;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * People whom one commit put into a text.
 *
 * @param by id of the commit's author
 * @param people ids, as the text says
 */
public record WrittenMentions(String textId, long seq, String by, Set<String> people) {
    public WrittenMentions {
        people = Set.copyOf(people);
    }

    static Set<String> in(List<Step> steps) {
        var people = new LinkedHashSet<String>();
        for (var step : steps) {
            if (step instanceof ReplaceStep replace) {
                replace.slice().content().children().forEach(node -> collect(node, people));
            } else if (step instanceof ReplaceAroundStep around) {
                around.slice().content().children().forEach(node -> collect(node, people));
            }
        }
        return people;
    }

    private static void collect(Node node, Set<String> people) {
        if (node.type().name().equals("mention")) {
            people.add(String.valueOf(node.attrs().get("person")));
        }
        node.content().children().forEach(child -> collect(child, people));
    }
}
