package app.candor.prosemirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @ParameterizedTest
    @CsvSource({
        "1.0, 1",
        "-0, 0",
        "1e3, 1000",
        "0.1, 0.1",
        "1e21, 1e+21",
        "123456789012345680000, 123456789012345680000",
        "1e-6, 0.000001",
        "1e-7, 1e-7",
        "1.5e-9, 1.5e-9",
        "-2.50, -2.5",
        "9007199254740993, 9007199254740992",
        "5e-324, 5e-324",
        "1.7976931348623157e308, 1.7976931348623157e+308"
    })
    void numbersPrintAsInJavaScript(String read, String printed) {
        assertThat(Json.print(Json.parse(read))).isEqualTo(printed);
    }

    @Test
    void theCanonicalFormSortsTheKeysOfEveryObject() {
        assertThat(
                        Json.canonical(
                                Json.parse(
                                        "{\"b\":[{\"z\":1,\"a\":null}],\"B\":\"\\u0001é\\u2028\"}")))
                .isEqualTo("{\"B\":\"\\u0001é\u2028\",\"b\":[{\"a\":null,\"z\":1}]}");
    }

    @Test
    void theHashOfADocumentIsThatOfItsCanonicalBytes() {
        // sha256sum of {"content":[{"type":"paragraph"}],"type":"doc"}
        assertThat(Schema.candor().emptyDocument().canonicalJson())
                .isEqualTo("{\"content\":[{\"type\":\"paragraph\"}],\"type\":\"doc\"}");
        assertThat(Schema.candor().emptyDocument().hash())
                .isEqualTo("af3eb6738adbda042982affc7bd51a9bb9b85fb726c026816142a8034b55b591");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[1,]",
                "{\"a\":1,\"a\":2}",
                "{\"__proto__\":{}}",
                "1 2",
                "1e999",
                "NaN",
                "'x'"
            })
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> Json.parse(text)).isInstanceOf(InvalidDocument.class);
    }
}
