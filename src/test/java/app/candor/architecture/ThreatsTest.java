package app.candor.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/** The page about attacks names tests as its evidence; a renamed test would leave it lying. */
class ThreatsTest {
    private static final Pattern NAMED =
            Pattern.compile("`((?:[a-z]+\\.)+[A-Z]\\w*)\\.([a-z]\\w*)`");

    private record Named(String type, String method) {

        boolean exists() {
            try {
                // Not initialised: a test class may start servers when it is.
                var loaded =
                        Class.forName(
                                "app.candor." + type, false, ThreatsTest.class.getClassLoader());
                return Arrays.stream(loaded.getDeclaredMethods())
                        .filter(found -> found.getName().equals(method))
                        .anyMatch(found -> AnnotationSupport.isAnnotated(found, Testable.class));
            } catch (ClassNotFoundException e) {
                return false;
            }
        }
    }

    @Test
    void everyTestThatThePageNamesExists() throws IOException {
        var named = named();

        assertThat(named).hasSizeGreaterThan(50).allMatch(Named::exists);
    }

    @Test
    void everyRowWithoutAStateOpenNamesATest() throws IOException {
        assertThat(rows())
                .hasSize(39)
                .allSatisfy(row -> {
                    var state = row.split("\\|")[3].strip();
                    assertThat(state).matches("shown|in part: .+|open( \\(.+\\))?");
                    assertThat(NAMED.matcher(row).find())
                            .as(row)
                            .isEqualTo(!state.startsWith("open"));
                });
    }

    private static List<Named> named() throws IOException {
        return NAMED.matcher(Files.readString(Path.of("docs/threats.md")))
                .results()
                .map(match -> new Named(match.group(1), match.group(2)))
                .toList();
    }

    private static List<String> rows() throws IOException {
        return Files.readAllLines(Path.of("docs/threats.md")).stream()
                .filter(line -> line.matches("\\| \\d+ \\|.*"))
                .toList();
    }
}
