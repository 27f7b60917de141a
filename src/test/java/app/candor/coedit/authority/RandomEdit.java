package app.candor.coedit.authority;

import app.candor.prosemirror.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Something somebody might do to a text of paragraphs, as the protocol's JSON. */
final class RandomEdit {
    private RandomEdit() {}

    static String of(Node doc, RandomGenerator random) {
        var places = placesForText(doc);
        int one = places.get(random.nextInt(places.size()));
        int other = places.get(random.nextInt(places.size()));
        int from = Math.min(one, other);
        int to = Math.max(one, other);
        return switch (random.nextInt(10)) {
            case 0 ->
                    "[{\"stepType\":\"replace\",\"from\":%d,\"to\":%d,\"slice\":{\"content\":"
                                    .formatted(one, one)
                            + "[{\"type\":\"paragraph\"},{\"type\":\"paragraph\"}],"
                            + "\"openStart\":1,\"openEnd\":1}}]";
            case 1 -> {
                int few = Math.min(places.indexOf(from) + 3, places.size() - 1);
                yield "[{\"stepType\":\"replace\",\"from\":%d,\"to\":%d}]"
                        .formatted(from, places.get(few));
            }
            case 2 ->
                    "[{\"stepType\":\"addMark\",\"mark\":{\"type\":\"strong\"},\"from\":%d,\"to\":%d}]"
                            .formatted(from, to);
            case 3 -> "[[\"i\",%d,\"two \"],[\"i\",%d,\"steps \"]]".formatted(one, one + 4);
            default -> "[[\"i\",%d,\"%c\"]]".formatted(one, 'a' + random.nextInt(26));
        };
    }

    private static List<Integer> placesForText(Node doc) {
        var places = new ArrayList<Integer>();
        int before = 0;
        for (var block : doc.content().children()) {
            for (int inside = 1; inside <= block.content().size() + 1; inside++) {
                places.add(before + inside);
            }
            before += block.size();
        }
        return places;
    }
}
