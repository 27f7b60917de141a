package app.candor.prosemirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentExpressionTest {
    private static final String SCHEMA =
            "{'nodes':[['doc',{'content':'%s'}],['a',{'group':'g'}],['b',{'group':'g h'}],"
                    + "['c',{'group':'h'}],['text',{}]],'marks':[]}";

    @ParameterizedTest
    @CsvSource({
        "a, a",
        "a b c, abc",
        "a* b+, a*b+",
        "(a | b)* c, [ab]*c",
        "g+, [ab]+",
        "g{2} c?, [ab]{2}c?",
        "'a{1,3} h*', 'a{1,3}[bc]*'",
        "'(a b?){2,}', '(ab?){2,}'",
        "(a | b c)+ | c, (a|bc)+|c",
        "a? a? b*, a?a?b*",
        "((a* b)* c)*, ((a*b)*c)*"
    })
    void acceptsWhatTheEqualRegularExpressionAccepts(String expression, String regex) {
        Schema schema = Schema.parse(Texts.json(SCHEMA.formatted(expression)));
        Pattern pattern = Pattern.compile(regex);
        Random random = new Random(expression.hashCode());
        for (int i = 0; i < 3_000; i++) {
            StringBuilder children = new StringBuilder();
            ContentMatch state = schema.nodeType("doc").contentMatch();
            for (int length = random.nextInt(8); length > 0 && state != null; length--) {
                String child = String.valueOf("abc".charAt(random.nextInt(3)));
                children.append(child);
                state = state.match(schema.nodeType(child));
            }
            boolean accepted = state != null && state.validEnd();
            assertThat(accepted)
                    .as(children.toString())
                    .isEqualTo(pattern.matcher(children).matches());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a", "a)", "a |", "nope", "a{", "a{1", "a{x}", "*", "a{1,2"})
    void malformedOnesAreRefused(String expression) {
        assertThatThrownBy(() -> Schema.parse(Texts.json(SCHEMA.formatted(expression))))
                .isInstanceOf(InvalidDocument.class);
    }
}
