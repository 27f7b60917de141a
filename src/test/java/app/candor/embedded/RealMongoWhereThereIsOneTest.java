package app.candor.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RealMongoWhereThereIsOneTest {

    @ParameterizedTest
    @CsvSource({
        "mongodb://127.0.0.1:27017, mongodb://127.0.0.1:27017/mine",
        "mongodb://127.0.0.1:27017/, mongodb://127.0.0.1:27017/mine",
        "mongodb://a:1/test?replicaSet=rs0, mongodb://a:1/mine?replicaSet=rs0",
        "mongodb+srv://a.example/?w=majority, mongodb+srv://a.example/mine?w=majority",
    })
    void eachSpringContextGetsADatabaseOfItsOwnOnTheServerNamed(String named, String expected) {
        assertThat(RealMongoWhereThereIsOne.withDatabase(named, "mine")).isEqualTo(expected);
    }
}
