package app.candor.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.candor.incident.AccountImport.Problem;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountFileTest {
    private static final String HEADER =
            "account,name,tier,csm,contact name,contact email,integration,contract notice"
                    + " hours,affected\n";
    private static final String GOOD =
            "A-1,Café Müller,Gold,Hanna Weiss,Zoë Ott,zoe@cafe.example,Tradelane,24,yes\n";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE", "UTF-16"})
    void everyUsualEncodingIsRead(String charset) {
        var account =
                good((HEADER + GOOD).getBytes(Charset.forName(charset))).accounts().get("A-1");

        assertThat(account)
                .isEqualTo(
                        new Account(
                                "A-1",
                                "Café Müller",
                                "Gold",
                                "Hanna Weiss",
                                "Zoë Ott",
                                "zoe@cafe.example",
                                "Tradelane",
                                24));
    }

    @Test
    void aByteOrderMarkAndSemicolonsAndQuotesAreFine() {
        var text =
                "\uFEFFAccount;Name;Tier;CSM;Contact_Name;Contact e-mail;Integration;Contract notice"
                        + " hours;Affected (yes/no)\r\n"
                        + "A-2;\"Harbour; Sons\";;;;;;;NO\r\n\r\n";

        var content = good(text.getBytes(StandardCharsets.UTF_8));

        assertThat(content.accounts().get("A-2").name()).isEqualTo("Harbour; Sons");
        assertThat(content.accounts().get("A-2").contractNoticeHours()).isNull();
        assertThat(content.affected()).containsEntry("A-2", false);
    }

    @Test
    void missingColumnsAreNamed() {
        assertThat(problems("account,name,affected\nA-1,One,yes\n"))
                .extracting(Problem::line, Problem::column, Problem::reason)
                .contains(tuple(1L, "tier", "The column is missing."))
                .hasSize(6);
    }

    @Test
    void everyWrongRowSaysWhatIsWrong() {
        var found =
                problems(
                        HEADER
                                + GOOD
                                + "A-1,Again,,,,,,,no\n"
                                + ",No id,,,,,,,no\n"
                                + "A-3,Three,,,,not-an-address,,,yes\n"
                                + "A-4,Four,,,,,,0,yes\n"
                                + "A-5,Five,,,,,,,perhaps\n"
                                + "A-6,Six,,,\n");

        assertThat(found)
                .containsExactly(
                        new Problem(3, "account", "“A-1” is on line 2 already."),
                        new Problem(4, "account", "Is empty."),
                        new Problem(5, "contact email", "Is no e-mail address."),
                        new Problem(
                                6,
                                "contract notice hours",
                                "Has to be empty or a whole number from 1 to 720."),
                        new Problem(7, "affected", "Has to be yes or no."),
                        new Problem(8, "", "The row has 5 values, the header 9."));
    }

    @Test
    void otherColumnsAreIgnoredByName() {
        var text = HEADER.replace("\n", ",region\n") + GOOD.replace("\n", ",EU\n");

        assertThat(good(text.getBytes(StandardCharsets.UTF_8)).ignored()).containsExactly("region");
    }

    @Test
    void moreRowsThanTheLimitAreRefusedWithTheLimit() {
        var text = new StringBuilder(HEADER);
        for (var row = 0; row <= AccountFile.MOST_ROWS; row++) {
            text.append("A-").append(row).append(",N,,,,,,,no\n");
        }

        assertThat(problems(text.toString()))
                .extracting(Problem::reason)
                .containsExactly(
                        "The file has more than 100,000 rows, the most that can be imported at"
                                + " once.");
    }

    @Test
    void aFileBeyondTheSizeLimitIsRefusedUnread() {
        assertThat(rejected(new byte[AccountFile.MOST_BYTES + 1]).problems().getFirst().reason())
                .contains("At most 32 MB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n", HEADER, "account,name\n\"never closed"})
    void whatIsNoListIsRefused(String text) {
        assertThat(problems(text)).isNotEmpty();
    }

    @Test
    void aPictureIsNoList() {
        assertThat(rejected(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0}).count())
                .isPositive();
    }

    private static AccountFile.Content good(byte[] file) {
        return ((AccountFile.Read.Good) AccountFile.read(file)).content();
    }

    private static List<Problem> problems(String text) {
        return rejected(text.getBytes(StandardCharsets.UTF_8)).problems();
    }

    private static AccountImport.Rejected rejected(byte[] file) {
        return ((AccountFile.Read.Bad) AccountFile.read(file)).why();
    }
}
