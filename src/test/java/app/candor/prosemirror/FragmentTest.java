package app.candor.prosemirror;

import static app.candor.prosemirror.Texts.doc;
import static app.candor.prosemirror.Texts.paragraph;
import static app.candor.prosemirror.Texts.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FragmentTest {
    private static final Schema SCHEMA = Schema.candor();

    @Test
    void aChangeOfOneBlockOfManySharesTheOthers() {
        Fragment blocks = blocks(1_000);
        Fragment changed = blocks.replaceChild(500, block("other"));

        assertThat(changed.child(500)).isEqualTo(block("other"));
        assertThat(changed.children().subList(0, 500)).isEqualTo(blocks.children().subList(0, 500));
        assertThat(shared(blocks, changed)).isEqualTo(blocks.parts().length - 1);
    }

    @Test
    void aBlockPutAmongManySharesTheOthers() {
        Node before = SCHEMA.nodeType("doc").create(null, blocks(1_000), List.of());
        int middle = before.content().size() / 2;
        Node after = before.replace(at(before, middle), at(before, middle), slice("new"));

        assertThat(after.content().childCount()).isEqualTo(1_001);
        assertThat(shared(before.content(), after.content()))
                .isGreaterThanOrEqualTo(before.content().parts().length - 2);
    }

    @Test
    void theSameChildrenAreEqualHoweverTheyCameAbout() {
        Fragment atOnce = blocks(100);
        Fragment oneByOne = Fragment.EMPTY;
        for (int i = 0; i < 100; i++) {
            oneByOne = oneByOne.append(Fragment.of(block("Block " + i)));
        }

        assertThat(oneByOne).isEqualTo(atOnce).hasSameHashCodeAs(atOnce).hasToString("" + atOnce);
        assertThat(oneByOne.toJson()).isEqualTo(atOnce.toJson());
        assertThat(oneByOne).isNotEqualTo(oneByOne.replaceChild(99, block("Block 98")));
    }

    @Test
    void whateverIsCutAndAppendedIsWhatAListWouldHoldInFewParts() {
        long seed = Long.getLong("candor.seed", System.nanoTime() & 0x7fffffff);
        System.out.println("Fragment seed " + seed);
        Random random = new Random(seed);
        List<Node> list = new ArrayList<>();
        Fragment fragment = Fragment.EMPTY;
        for (int i = 0; i < 3_000; i++) {
            int from = random.nextInt(list.size() + 1);
            int most = random.nextInt(20) == 0 ? 200 : 3;
            int to = Math.min(list.size(), from + random.nextInt(most));
            List<Node> added = some(random, random.nextInt(most));
            fragment = spliced(fragment, from, to, Fragment.joined(added));
            list.subList(from, to).clear();
            list.addAll(from, added);

            assertThat(fragment.children()).as("seed %d, edit %d", seed, i).isEqualTo(list);
            assertThat(fragment.size()).isEqualTo(list.stream().mapToInt(Node::size).sum());
            assertThat(fragment.childCount()).isEqualTo(list.size());
            assertThat(smallestPair(fragment)).isGreaterThan(Fragment.PART);
        }
    }

    @Test
    void textsJoinAcrossTheEdgeOfAPart() {
        List<Node> pieces = new ArrayList<>();
        for (int i = 0; i < 2 * Fragment.PART; i++) {
            pieces.add(SCHEMA.text("piece", i % 2 == 0 ? List.of() : List.of(strong())));
        }
        Fragment inline = Fragment.joined(pieces);
        Fragment more = inline.append(inline.cut(5, inline.size())).append(inline);

        assertThat(inline.childCount()).isEqualTo(2 * Fragment.PART);
        assertThat(more.childCount()).isEqualTo(6 * Fragment.PART - 2);
        assertThat(more.child(2 * Fragment.PART - 1).text()).isEqualTo("piecepiece");
    }

    @Test
    void everyPlaceOfALongFragmentIsFound() {
        Fragment blocks = blocks(200);
        int pos = 0;
        for (int i = 0; i < 200; i++) {
            assertThat(blocks.find(pos)).isEqualTo(new Fragment.Place(i, pos));
            assertThat(blocks.find(pos + 1)).isEqualTo(new Fragment.Place(i, pos));
            assertThat(blocks.child(i)).isEqualTo(block("Block " + i));
            pos += blocks.child(i).size();
        }
        assertThat(blocks.find(pos)).isEqualTo(new Fragment.Place(200, pos));
        int outside = pos + 1;
        assertThatThrownBy(() -> blocks.find(outside)).isInstanceOf(InvalidDocument.class);
        assertThatThrownBy(() -> blocks.child(200)).isInstanceOf(InvalidDocument.class);
    }

    @Test
    void whatFitsOneParentIsLookedAtAgainForAnother() {
        Fragment blocks = blocks(100);

        assertThat(SCHEMA.nodeType("doc").validContent(blocks)).isTrue();
        assertThat(SCHEMA.nodeType("table_row").validContent(blocks)).isFalse();
        assertThat(SCHEMA.nodeType("doc").validContent(blocks)).isTrue();
        Node item = SCHEMA.nodeType("list_item").create(null, Fragment.EMPTY, List.of());
        assertThat(SCHEMA.nodeType("doc").validContent(blocks.replaceChild(99, item))).isFalse();
    }

    @Test
    void whatFitsInTheMiddleIsLookedAtAgainAtTheStart() {
        NodeType item = SCHEMA.nodeType("list_item");
        List<Node> children = new ArrayList<>(blocks(Fragment.PART).children());
        children.addAll(Collections.nCopies(3 * Fragment.PART, rule()));
        Fragment content = Fragment.joined(children);

        assertThat(item.validContent(content)).isTrue();
        Fragment withoutStart = spliced(content, 0, Fragment.PART, Fragment.EMPTY);
        assertThat(withoutStart.parts()[0]).isSameAs(content.parts()[1]);
        assertThat(item.validContent(withoutStart)).isFalse();
        assertThat(item.validContent(content)).isTrue();
    }

    @Test
    void aFaultDeepInALongDocumentIsFoundEvenIfItWasValidBefore() {
        Node valid = doc(String.join(",", Collections.nCopies(100, paragraph(text("word")))));
        valid.check();
        Node empty = SCHEMA.nodeType("bullet_list").create(null, Fragment.EMPTY, List.of());

        for (int i : new int[] {0, 31, 32, 57, 99}) {
            Node broken = valid.copy(valid.content().replaceChild(i, empty));
            assertThatThrownBy(broken::check).isInstanceOf(InvalidDocument.class);
            assertThatThrownBy(broken::check).isInstanceOf(InvalidDocument.class);
        }
        valid.check();
    }

    private static Fragment spliced(Fragment fragment, int from, int to, Fragment middle) {
        FragmentBuilder result = new FragmentBuilder();
        result.addRange(fragment, 0, from);
        result.addRange(middle, 0, middle.childCount());
        result.addRange(fragment, to, fragment.childCount());
        return result.build();
    }

    private static int smallestPair(Fragment fragment) {
        Fragment[] parts = fragment.parts();
        return IntStream.range(1, parts.length)
                .map(i -> parts[i - 1].childCount() + parts[i].childCount())
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    private static long shared(Fragment before, Fragment after) {
        return Arrays.stream(after.parts())
                .filter(part -> Arrays.stream(before.parts()).anyMatch(other -> other == part))
                .count();
    }

    private static List<Node> some(Random random, int count) {
        return IntStream.range(0, count).mapToObj(i -> block("b" + random.nextInt(999))).toList();
    }

    private static Fragment blocks(int count) {
        return Fragment.joined(
                IntStream.range(0, count).mapToObj(i -> block("Block " + i)).toList());
    }

    private static Node block(String words) {
        return SCHEMA.nodeType("paragraph")
                .create(null, Fragment.of(SCHEMA.text(words, List.of())), List.of());
    }

    private static Slice slice(String words) {
        return new Slice(Fragment.of(block(words)), 0, 0);
    }

    private static Node rule() {
        return SCHEMA.nodeType("horizontal_rule").create(null, Fragment.EMPTY, List.of());
    }

    private static Mark strong() {
        return SCHEMA.markType("strong").create(null);
    }

    /** The start of the block a position is in. */
    private static int at(Node doc, int pos) {
        return doc.content().find(pos).offset();
    }
}
