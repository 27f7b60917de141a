package app.candor.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.json.JsonParserFactory;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import org.yaml.snakeyaml.Yaml;

/** What docker-compose.yml and the Dockerfile say fits the rest, as far as no engine is needed. */
class ComposeTest {
    private static final Pattern MEMORY =
            Pattern.compile(
                    "-Xm[sx]\\d+m|-XX:NewSize=\\d+m|-XX:MaxHeapFreeRatio=\\d+|-XX:\\+Use\\w+GC");
    private static final Pattern VERSION = Pattern.compile("<keycloak\\.version>(.+?)<");

    private final Map<String, Map<String, Object>> services = services();

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> services() {
        Map<String, Object> file = new Yaml().load(read("docker-compose.yml"));
        return (Map<String, Map<String, Object>>) Objects.requireNonNull(file.get("services"));
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Object> service(String name) {
        return Objects.requireNonNull(services.get(name));
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> environment(String service) {
        return (Map<String, Object>) Objects.requireNonNull(service(service).get("environment"));
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Map<String, Object> service, String key) {
        return (List<Object>) Objects.requireNonNull(service.get(key));
    }

    @Test
    void everyVariableOfThePortalIsASettingItReads() throws IOException {
        assertThat(knownVariables()).containsAll(environment("candor").keySet());

        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource("compose", environment("candor")));
        var bound = Binder.get(environment);
        assertThat(environment.getProperty("spring.mongodb.uri")).startsWith("mongodb://mongo");
        assertThat(environment.getProperty("candor.sign-in.issuer")).endsWith("/realms/candor");
        assertThat(bound.bind("spring.mail.host", String.class).get()).isEqualTo("mailpit");
        assertThat(bound.bind("candor.sign-in.client-secret", String.class).get())
                .isEqualTo(environment("keycloak").get("CANDOR_CLIENT_SECRET"));
    }

    /** Those that Spring Boot documents, and those of Candor's own settings. */
    private static Set<String> knownVariables() throws IOException {
        var names = new TreeSet<String>();
        var resources = new PathMatchingResourcePatternResolver();
        for (var metadata :
                resources.getResources("classpath*:META-INF/spring-configuration-metadata.json")) {
            var json = metadata.getContentAsString(StandardCharsets.UTF_8);
            var read = JsonParserFactory.getJsonParser().parseMap(json);
            for (var property : (List<?>) read.getOrDefault("properties", List.of())) {
                names.add(String.valueOf(((Map<?, ?>) property).get("name")));
            }
        }
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        for (var settings : scanner.findCandidateComponents("app.candor")) {
            var type = ClassUtils.resolveClassName(settings.getBeanClassName(), null);
            var prefix =
                    Objects.requireNonNull(
                                    AnnotatedElementUtils.findMergedAnnotation(
                                            type, ConfigurationProperties.class))
                            .prefix();
            Arrays.stream(type.getRecordComponents())
                    .map(component -> component.getName().replaceAll("([A-Z])", "-$1"))
                    .forEach(name -> names.add(prefix + "." + name));
        }
        return names.stream()
                .map(name -> name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"))
                .collect(Collectors.toSet());
    }

    @Test
    void addressesNamePortsThatTheServicesHave() {
        assertThat(service("candor").get("ports")).isEqualTo(List.of("127.0.0.1:8080:8080"));
        assertThat(read("src/main/resources/application.yml")).contains("port: 8080");
        assertThat(read("Dockerfile")).contains("EXPOSE 8080", "--server.address=0.0.0.0");
        assertThat(environment("keycloak")).containsEntry("CANDOR_URL", "http://localhost:8080");

        // The issuer is one address for the browser and for the portal, hence the published port.
        var issuer = String.valueOf(environment("candor").get("CANDOR_SIGN_IN_ISSUER"));
        var provider = issuer.substring(0, issuer.indexOf("/realms/"));
        assertThat(list(service("keycloak"), "command"))
                .contains("--http-port=8081", "--hostname=" + provider, "--health-enabled=true");
        assertThat(provider).endsWith(":8081");
        assertThat(service("keycloak").get("ports")).isEqualTo(List.of("8081:8081"));
        assertThat(service("candor").get("extra_hosts"))
                .isEqualTo(List.of("keycloak.localhost:host-gateway"));

        var uri = String.valueOf(environment("candor").get("SPRING_MONGODB_URI"));
        assertThat(list(service("mongo"), "command")).contains("--replSet", "candor");
        assertThat(uri).contains("mongo:27017/", "replicaSet=candor");
    }

    @Test
    void thePortalWaitsForServicesThatHaveAHealthCheck() {
        var waits = (Map<?, ?>) Objects.requireNonNull(service("candor").get("depends_on"));
        assertThat(waits.keySet()).hasToString("[mongo, keycloak]");
        for (var name : waits.keySet()) {
            assertThat(service(String.valueOf(name))).containsKey("healthcheck");
        }
        assertThat(String.valueOf(service("mongo").get("healthcheck")))
                .contains("_id: 'candor'", "host: 'mongo:27017'");
        assertThat(String.valueOf(service("keycloak").get("healthcheck"))).contains("/9000");
    }

    @Test
    void theRealmAndTheKeycloakAreThoseThatTheSignInIsTestedWith() {
        assertThat(list(service("keycloak"), "volumes"))
                .hasToString("[./deploy/keycloak:/opt/keycloak/data/import:ro]");
        var tested = read("src/test/java/app/candor/flows/KeycloakProcess.java");
        assertThat(tested).contains("deploy/keycloak/candor-realm.json");
        var realm = read("deploy/keycloak/candor-realm.json");
        environment("keycloak").keySet().stream()
                .filter(name -> name.startsWith("CANDOR_"))
                .forEach(name -> {
                    assertThat(realm).contains("${" + name + ":");
                    assertThat(tested).contains(name);
                });
        assertThat(tested)
                .contains(String.valueOf(environment("keycloak").get("JAVA_OPTS_APPEND")));

        var version = VERSION.matcher(read("pom.xml"));
        assertThat(version.find()).isTrue();
        assertThat(version.group(1))
                .startsWith(String.valueOf(service("keycloak").get("image")).split(":")[1]);
    }

    /** Memory and collector are left to the container; what the code needs is not. */
    @Test
    void theImageStartsTheJarWithTheOptionsThatRunUses() {
        var entry = read("Dockerfile").lines().filter(line -> line.startsWith("ENTRYPOINT"));
        var options =
                Stream.of(read(".mvn/commands/portal.sh"))
                        .flatMap(String::lines)
                        .filter(line -> line.startsWith("portal_options=("))
                        .flatMap(line -> Stream.of(line.split("[()]")[1].split(" ")))
                        .filter(option -> !MEMORY.matcher(option).matches())
                        .toList();
        assertThat(options).isNotEmpty();
        assertThat(entry)
                .singleElement()
                .asString()
                .contains(options)
                .contains("--candor.data=/data");
        assertThat(service("candor").get("volumes")).isEqualTo(List.of("candor-data:/data"));
        assertThat(read("Dockerfile")).contains("temurin:25-", "COPY target/candor.jar");
    }
}
