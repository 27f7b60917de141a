package app.candor.faq.index;

import java.io.IOException;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.StoredFields;
import org.jspecify.annotations.Nullable;

/** A {@link Card} as Lucene keeps it. */
final class CardDocument {
    static final String ID = "id";
    static final String INCIDENT = "incident";
    static final String PRODUCT = "product";
    static final String AUDIENCE = "audience";
    static final String USABLE = "usable";

    /** Of what was released from an incident: the incident, and whom the release reaches. */
    static final String OF = "of";

    static final String REACH = "reach";
    static final String STATE = "state";
    static final String AT = "at";

    /** Every word as it is written: what slips and beginnings are looked up in. */
    static final String SURFACES = "w";

    /** Stems of the question and its other wordings. */
    static final String ASKED = "q";

    /** Stems of the answer. */
    static final String ANSWER = "a";

    /** Stands for the incident of an entry that belongs to none. */
    static final String EVERGREEN = "-";

    private static final String QUESTION = "question";
    private static final String WORDS = "words";
    private static final String VERSION = "version";

    private static final FieldType DICTIONARY = type(IndexOptions.DOCS, true);
    private static final FieldType COUNTED = type(IndexOptions.DOCS_AND_FREQS, false);

    private CardDocument() {}

    static Document of(Card card) {
        var document = new Document();
        var incident = card.incident();
        document.add(new StringField(ID, card.id(), Field.Store.YES));
        if (card.whole()) {
            document.add(
                    new StringField(
                            INCIDENT, incident == null ? EVERGREEN : incident, Field.Store.YES));
        } else {
            document.add(new StringField(OF, present(incident), Field.Store.YES));
            document.add(new StringField(REACH, present(card.audience()), Field.Store.NO));
        }
        if (card.audience() != null) {
            document.add(new StringField(AUDIENCE, card.audience(), Field.Store.YES));
        }
        document.add(new NumericDocValuesField(USABLE, card.usableUntil().toEpochMilli()));
        document.add(new StoredField(USABLE + "s", card.usableUntil().toEpochMilli()));
        document.add(new StringField(STATE, card.state().name(), Field.Store.YES));
        card.products()
                .forEach(product ->
                        document.add(new StringField(PRODUCT, product, Field.Store.YES)));
        document.add(new NumericDocValuesField(AT, card.at().toEpochMilli()));
        document.add(new StoredField(AT + "s", card.at().toEpochMilli()));
        document.add(new StoredField(VERSION, card.version()));
        document.add(new StoredField(QUESTION, card.question()));
        document.add(new StoredField(WORDS, shown(card.answer())));
        addWords(document, card);
        return document;
    }

    static Card read(StoredFields stored, int number) throws IOException {
        var document = stored.document(number);
        var incident = document.get(INCIDENT);
        return new Card(
                document.get(ID),
                document.get(QUESTION),
                List.of(),
                document.get(WORDS),
                incident == null ? document.get(OF) : EVERGREEN.equals(incident) ? null : incident,
                incident != null,
                Set.of(document.getValues(PRODUCT)),
                document.get(AUDIENCE),
                Card.State.valueOf(document.get(STATE)),
                document.getField(VERSION).numericValue().intValue(),
                instant(document, USABLE + "s"),
                instant(document, AT + "s"));
    }

    private static Instant instant(Document document, String field) {
        return Instant.ofEpochMilli(document.getField(field).numericValue().longValue());
    }

    private static String present(@Nullable String value) {
        return Objects.requireNonNull(value, "a released card without incident or audience");
    }

    private static void addWords(Document document, Card card) {
        var asked =
                Stream.concat(Stream.of(card.question()), card.wordings().stream())
                        .flatMap(text -> Words.telling(text).stream())
                        .toList();
        var answer = Words.telling(card.answer());
        var surfaces = new LinkedHashSet<String>();
        asked.forEach(word -> surfaces.add(word.surface()));
        answer.forEach(word -> surfaces.add(word.surface()));
        document.add(new Field(SURFACES, new Terms(surfaces.iterator()), DICTIONARY));
        document.add(new Field(ASKED, stems(asked), COUNTED));
        document.add(new Field(ANSWER, stems(answer), COUNTED));
    }

    private static Terms stems(List<Words.Word> words) {
        return new Terms(words.stream().map(Words.Word::stem).iterator());
    }

    /** Words that are cut already. */
    private static final class Terms extends TokenStream {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final Iterator<String> words;

        Terms(Iterator<String> words) {
            this.words = words;
        }

        @Override
        public boolean incrementToken() {
            if (!words.hasNext()) {
                return false;
            }
            clearAttributes();
            term.append(words.next());
            return true;
        }
    }

    private static String shown(String answer) {
        return answer.length() <= Card.SHOWN ? answer : answer.substring(0, Card.SHOWN);
    }

    private static FieldType type(IndexOptions options, boolean omitNorms) {
        var type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(options);
        type.setOmitNorms(omitNorms);
        type.freeze();
        return type;
    }
}
