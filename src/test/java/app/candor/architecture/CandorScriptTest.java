package app.candor.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code ./candor} says before it builds or starts anything. */
class CandorScriptTest {

    private record Ended(int code, String words) {}

    private static Ended candor(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("bash", "candor"));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        var process = builder.start();
        var words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), words);
    }

    @Test
    void theJdkIsFoundWhateverItSaysBeforeItsVersion() throws Exception {
        var ended = candor(Map.of("JAVA_TOOL_OPTIONS", "-Dcandor.any=thing"), "help");
        assertThat(ended.words()).startsWith("./candor run");
        assertThat(ended.code()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "--fast, 'Unknown option --fast.'",
        "--port, '--port needs a value.'",
        "--port=80, 'Unknown option --port=80.'",
        "--port 99999, '--port needs a number up to 65535; 99999 is none.'",
    })
    void anOptionThatRunDoesNotKnowIsToldInOneLine(String options, String told) throws Exception {
        var ended = candor(Map.of(), ("run " + options).split(" "));
        assertThat(ended.words())
                .isEqualTo(told + " Use: ./candor run [--port N] [--data DIR] [--empty]\n");
        assertThat(ended.code()).isEqualTo(2);
    }
}
