package app.candor.faq.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description that tools read, held against what answers them. */
class ApiDescriptionTest {
    private JsonNode description;

    @BeforeEach
    void read() throws IOException {
        try (var file = new ClassPathResource("api/openapi.json").getInputStream()) {
            description = JsonMapper.builder().build().readTree(file);
        }
    }

    @Test
    void everyRequestThatIsAnsweredIsDescribedAndNoOther() {
        var described = new TreeSet<String>();
        description
                .get("paths")
                .properties()
                .forEach(path ->
                        path.getValue()
                                .propertyNames()
                                .forEach(name -> {
                                    if (!name.equals("parameters")) {
                                        described.add(name + " " + path.getKey());
                                    }
                                }));

        assertThat(described).isEqualTo(new TreeSet<>(answered().keySet()));
        assertThat(description.at("/servers/0/url").asString())
                .isEqualTo(FaqApi.class.getAnnotation(RequestMapping.class).value()[0]);
    }

    @Test
    void everyParameterIsDescribedAndSuccessHasItsStatus() {
        answered()
                .forEach((request, method) -> {
                    var operation = operation(request);
                    var named = new HashSet<String>();
                    operation
                            .path("parameters")
                            .forEach(one -> named.add(one.get("name").asString()));
                    var status = method.getAnnotation(ResponseStatus.class);

                    assertThat(named).as(request).isEqualTo(parameters(method));
                    assertThat(operation.get("responses").propertyNames())
                            .as(request)
                            .contains(
                                    status == null
                                            ? "200"
                                            : Integer.toString(status.value().value()))
                            .contains("401", "429");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "Results, /components/schemas/Results",
        "Result, /components/schemas/Results/properties/answers/items",
        "Shown, /components/schemas/Answer",
        "CopyAsked, /components/schemas/Copy",
        "CopyDone, /components/schemas/Copied"
    })
    void everyFieldIsDescribed(String record, String schema) throws ClassNotFoundException {
        var type = Class.forName(FaqApi.class.getName() + "$" + record);
        var described = description.at(schema);
        var fields =
                Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getName)
                        .collect(Collectors.toSet());

        assertThat(described.get("properties").propertyNames())
                .containsExactlyInAnyOrderElementsOf(fields);
        described.path("required").forEach(name -> assertThat(fields).contains(name.asString()));
    }

    private JsonNode operation(String request) {
        var parts = request.split(" ", 2);
        return description.get("paths").get(parts[1]).get(parts[0]);
    }

    private static Set<String> parameters(Method method) {
        return Arrays.stream(method.getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(RequestParam.class))
                .map(java.lang.reflect.Parameter::getName)
                .collect(Collectors.toSet());
    }

    /** Method by request, without the description itself. */
    private static Map<String, Method> answered() {
        return Arrays.stream(FaqApi.class.getDeclaredMethods())
                .filter(method -> !request(method).isEmpty())
                .filter(method -> !request(method).endsWith("/openapi.json"))
                .collect(Collectors.toMap(ApiDescriptionTest::request, method -> method));
    }

    private static String request(Method method) {
        var get = method.getAnnotation(GetMapping.class);
        if (get != null) {
            return "get " + get.value()[0];
        }
        var post = method.getAnnotation(PostMapping.class);
        return post == null ? "" : "post " + post.value()[0];
    }
}
