package app.candor.policy.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineDiffTest {

    @Test
    void onlyTheChangedLineIsMarked() {
        assertThat(read("{\n  \"a\": 1,\n  \"b\": 2\n}", "{\n  \"a\": 1,\n  \"b\": 3\n}"))
                .isEqualTo("{\n  \"a\": 1,\nremoved   \"b\": 2\nadded   \"b\": 3\n}\n");
    }

    @Test
    void equalTextsHaveNoMarks() {
        assertThat(read("one\ntwo", "one\ntwo")).isEqualTo("one\ntwo\n");
    }

    @Test
    void everythingIsNewBesideNothing() {
        assertThat(read("", "one")).isEqualTo("added one\n");
    }

    @Test
    void ofManyLinesThatAreTheSameOnlyThoseBesideAChangeAreShown() {
        var before = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15\n16\n17\n18\n19\n20";

        assertThat(read(before, before.replace("10\n", "ten\n")))
                .isEqualTo(
                        "… 7 lines are the same\n8\n9\nremoved 10\nadded ten\n11\n12\n"
                                + "… 8 lines are the same\n");
        assertThat(read(before, before.replace("1\n2\n", "2\n").replace("20", "twenty")))
                .startsWith("removed 1\n2\n3\n… 14 lines are the same\n18\n19\n");
        assertThat(read(before, before)).isEqualTo("… 20 lines are the same\n");
    }

    private static String read(String before, String after) {
        return LineDiff.of(before, after).getElement().getTextRecursively();
    }
}
