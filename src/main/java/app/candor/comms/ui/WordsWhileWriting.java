package app.candor.comms.ui;

import app.candor.access.NotFound;
import app.candor.access.Refused;
import app.candor.coedit.ui.TextEditor;
import app.candor.comms.Judgement;
import app.candor.uikit.Toast;
import app.candor.voice.Finding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Judges a draft's text for the editor while somebody writes it, and keeps words for a reason. */
class WordsWhileWriting {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final CommsDesk desk;
    private final String draft;
    private final TextEditor editor;

    /**
     * @param toSubject puts the cursor into the subject
     */
    WordsWhileWriting(CommsDesk desk, String draft, TextEditor editor, Runnable toSubject) {
        this.desk = desk;
        this.draft = draft;
        this.editor = editor;
        editor.judgeWords();
        editor.addWordsListener(words -> answer(words.number(), words.document()));
        editor.addKeepListener(keep -> keep(keep.key(), keep.reason()));
        editor.addSubjectListener(asked -> toSubject.run());
    }

    /** The ledger, the subject or what is kept changed. */
    void again() {
        editor.judgeAgain();
    }

    private void answer(int number, String document) {
        try {
            editor.showJudged(JSON.writeValueAsString(shown(number, document)));
        } catch (Refused | NotFound notJudged) {
            // Closed to this person meanwhile, or no text of ours: the page keeps what it shows.
            return;
        }
    }

    private Map<String, Object> shown(int number, String document) {
        var judged = desk.wording().of(draft, document);
        var answer = new LinkedHashMap<String, Object>();
        answer.put("number", number);
        answer.put("findings", findings(judged));
        answer.put("measures", judged.report().measures());
        return answer;
    }

    private static List<Map<String, @Nullable Object>> findings(Judgement judged) {
        return judged.open().stream().map(finding -> finding(judged, finding)).toList();
    }

    private static Map<String, @Nullable Object> finding(Judgement judged, Finding finding) {
        var shown = new LinkedHashMap<String, @Nullable Object>();
        shown.put("key", finding.key());
        shown.put("rule", finding.rule());
        shown.put("weight", finding.weight().name().toLowerCase(Locale.ROOT));
        shown.put("weightLabel", finding.weight().label());
        shown.put("title", finding.title());
        shown.put("place", finding.place().name().toLowerCase(Locale.ROOT));
        shown.put("from", finding.from());
        shown.put("to", finding.to());
        shown.put("words", finding.words());
        shown.put("why", finding.why());
        shown.put("better", finding.better());
        shown.put("fix", finding.fix());
        shown.put("beside", finding.beside());
        shown.put("waits", judged.waits(finding));
        return shown;
    }

    private void keep(String key, String reason) {
        var kept = desk.wording().keep(draft, key, reason);
        Toast.show(
                kept.waits()
                        ? "Kept for now. Somebody else has to agree before it can be submitted"
                        : "Kept, with your reason");
        again();
    }
}
