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

    private static String read(String before, String after) {
        return LineDiff.of(before, after).getElement().getTextRecursively();
    }
}
