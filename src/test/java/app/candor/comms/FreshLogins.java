package app.candor.comms;

import app.candor.access.People;
import app.candor.access.StepUp;
import app.candor.demo.DemoPerson;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Fresh logins without a browser: a test says who logged in for which hashes. */
@TestConfiguration(proxyBeanMethods = false)
public class FreshLogins {

    @Bean
    @Primary
    Stub freshLogins(People people) {
        return new Stub(people);
    }

    public static final class Stub implements StepUp {
        private final People people;
        private final Map<String, List<String>> logins = new ConcurrentHashMap<>();
        private volatile @Nullable Function<String, Evidence> provider;

        Stub(People people) {
            this.people = people;
        }

        public void login(DemoPerson person, List<String> hashes) {
            logins.put(person.sub(), hashes);
        }

        public void forget() {
            logins.clear();
            provider = null;
        }

        /** Lets the evidence come from elsewhere: what goes in is what the nonce commits to. */
        void answeredBy(Function<String, Evidence> tokens) {
            provider = tokens;
        }

        @Override
        public String begin(String returnTo, Collection<String> commitments) {
            return "/step-up/test";
        }

        @Override
        public Optional<Evidence> evidence(String commitment, Duration within) {
            var person = people.current().id();
            return Optional.ofNullable(logins.get(person))
                    .filter(hashes -> hashes.contains(commitment))
                    .map(hashes -> evidence(person + commitment, hashes));
        }

        private Evidence evidence(String name, List<String> hashes) {
            var nonceInput = "random\n" + String.join("\n", hashes);
            var answering = provider;
            return answering != null
                    ? answering.apply(nonceInput)
                    : new Evidence(
                            Instant.parse("2026-11-18T10:40:00Z"), "token-of-" + name, nonceInput);
        }
    }
}
