package app.candor.faq;

import static app.candor.demo.DemoPerson.CSM;
import static app.candor.demo.DemoPerson.WRITER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.candor.access.Refused;
import app.candor.access.SignedIn;
import app.candor.faq.index.Wanted.Narrowed;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Files in and out, and what people missed. */
class ExchangeTest extends FaqDesk {
    @Autowired Exchange exchange;
    @Autowired MissedSearches missed;
    @Autowired WritersBoard board;
    @Autowired FaqSearch search;

    @Test
    void everyRowBecomesADraftThatNobodyCanCopyYet() {
        var report =
                imported(
                        """
                        question,answer,wordings,products,do not say
                        Are ibex exports late?,No. They are on time.,ibex delay; slow ibex,Exports,Not a word
                        "Can ibex, red ones, fly?","Two
                        lines",,,
                        """);

        assertThat(report.problems()).isEmpty();
        assertThat(report.added()).isEqualTo(2);
        var found = SignedIn.as(WRITER, () -> search.find("slow ibex", Narrowed.NOT, 5)).cards();
        assertThat(found.getFirst().question()).isEqualTo("Are ibex exports late?");
        assertThat(found.getFirst().products()).containsExactly("Exports");
        var entry = library.find(found.getFirst().id()).orElseThrow();
        assertThat(entry.isApproved()).isFalse();
        assertThat(entry.draft()).isNotNull();
        assertThat(entry.doNotSay()).isEqualTo("Not a word");
        assertThat(
                        SignedIn.as(
                                        CSM,
                                        () ->
                                                search.find(
                                                        "ibex",
                                                        new Narrowed(null, null, null, true),
                                                        5))
                                .total())
                .isZero();
    }

    @Test
    void theSameFileAgainAddsNothing() {
        var file =
                "[{\"question\":\"Do gnus sync?\",\"answer\":\"Yes.\",\"wordings\":[\"gnu sync\"]}]";

        assertThat(imported(file).added()).isEqualTo(1);
        var again = imported(file);

        assertThat(again.added()).isZero();
        assertThat(again.known()).isEqualTo(1);
    }

    @Test
    void oneRowThatCannotBeTakenLeavesAllOut() {
        var report =
                imported(
                        """
                        question,answer,incident
                        Do elands sync?,Yes.,
                        ,Nothing asked,
                        Do elands fly?,,
                        Do elands sync?,Again.,
                        """);

        assertThat(report.added()).isZero();
        assertThat(report.problems())
                .extracting(ImportReport.Problem::row)
                .containsExactly(2, 3, 4);
        assertThat(imported("question,answer,incident\nDo elands sync?,Yes.,INC-NONE\n").problems())
                .singleElement()
                .satisfies(one -> assertThat(one.why()).contains("INC-NONE"));
        assertThat(SignedIn.as(WRITER, () -> search.find("elands", Narrowed.NOT, 5)).total())
                .isZero();
    }

    @Test
    void aMillionRowsAreRefusedWithTheLimitNamed() {
        var csv = new StringBuilder("question,answer\n");
        for (var i = 0; i < 1_000_000; i++) {
            csv.append("Q").append(i).append(",A\n");
        }

        assertThat(imported(csv.toString()).problems())
                .singleElement()
                .satisfies(one -> assertThat(one.why()).contains("500 rows"));
    }

    @Test
    void whoDoesNotWriteAnswersImportsNothing() {
        assertThatThrownBy(() ->
                        SignedIn.as(
                                CSM,
                                () ->
                                        exchange.importFile(
                                                "question,answer\na,b"
                                                        .getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(Refused.class);
    }

    @Test
    void anExportHoldsWhatTheReaderMaySeeAndNoFormula() {
        answered("=HYPERLINK(\"kudu\")", "Kudus are fine.");
        var incident = restricted();
        question("Was the oryx key copied?", incident.id(), "Never name the key");

        var outside = SignedIn.as(CSM, () -> new String(exchange.csv(), StandardCharsets.UTF_8));
        var inside = SignedIn.as(WRITER, () -> new String(exchange.json(), StandardCharsets.UTF_8));

        assertThat(outside)
                .contains("\"'=HYPERLINK(\"\"kudu\"\")\"", "Kudus are fine.")
                .doesNotContain("oryx", incident.key(), "Never name");
        assertThat(inside).contains("oryx", incident.key());
    }

    @Test
    void whatIsMissedIsCountedWithoutNamesNumbersOrTheWordsOfThoseInARestrictedIncident() {
        SignedIn.as(CSM, () -> count("Ocelot refunds for order 48213 of ana@example.com"));
        SignedIn.as(CSM, () -> count("refund ocelots"));
        restricted();
        SignedIn.as(WRITER, () -> count("leopard leak"));

        var most = SignedIn.as(WRITER, () -> missed.most(50));

        assertThat(most)
                .filteredOn(one -> one.words().contains("Ocelot"))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.words()).isEqualTo("Ocelot refunds for order of");
                    assertThat(one.times()).isEqualTo(1);
                });
        assertThat(most).noneMatch(one -> one.words().contains("leopard"));
        assertThat(mongo.getCollection("faq_missed").find())
                .allSatisfy(document -> assertThat(document.toJson()).doesNotContain(CSM.sub()));
        assertThatThrownBy(() -> SignedIn.as(CSM, () -> missed.most(5)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void theBoardCountsCopiesAndNamesWhatHasToBeLookedAt() {
        var entry = answered("Are serval labels late?", "No.");
        copied(entry, "Halden");
        copied(entry, "Brightwater");
        copied(entry, "");

        assertThat(SignedIn.as(WRITER, () -> board.mostCopied(500)))
                .filteredOn(one -> one.entry().id().equals(entry.id()))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.times()).isEqualTo(3);
                    assertThat(one.unnamed()).isOne();
                });
        assertThatThrownBy(() -> SignedIn.as(CSM, () -> board.mostCopied(5)))
                .isInstanceOf(Refused.class);
    }

    private String count(String typed) {
        missed.count(typed);
        return typed;
    }

    private ImportReport imported(String file) {
        return SignedIn.as(
                WRITER, () -> exchange.importFile(file.getBytes(StandardCharsets.UTF_8)));
    }
}
