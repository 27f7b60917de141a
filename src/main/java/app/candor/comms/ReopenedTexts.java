package app.candor.comms;

import app.candor.audit.Told;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Opens a text for typing once its draft was withdrawn or sent back; a repeat changes nothing. */
@Component
class ReopenedTexts {
    private final DraftTexts texts;

    ReopenedTexts(DraftTexts texts) {
        this.texts = texts;
    }

    @EventListener
    void on(Told<DraftReopened> told) {
        texts.openUnlessInReview(told.event().draft(), told.event().what(), told.actor());
    }
}
