package app.candor.shell.failures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@ExtendWith(OutputCaptureExtension.class)
class PortTakenTest {

    /** Starts as a web server does on a port that somebody else has. */
    @Configuration
    static class BusyPort {
        @Bean
        SmartLifecycle server() {
            return new SmartLifecycle() {
                @Override
                public void start() {
                    throw new PortInUseException(8080);
                }

                @Override
                public void stop() {}

                @Override
                public boolean isRunning() {
                    return false;
                }
            };
        }
    }

    @Test
    void aBusyPortIsReportedInOneSentence(CapturedOutput output) {
        assertThatThrownBy(() ->
                        new SpringApplicationBuilder(BusyPort.class)
                                .web(WebApplicationType.NONE)
                                .run())
                .isNotNull();
        assertThat(output.getErr())
                .isEqualToNormalizingNewlines(
                        "Port 8080 is in use by another process; choose another one.\n");
        assertThat(output.getOut()).doesNotContain("APPLICATION FAILED TO START");
    }
}
