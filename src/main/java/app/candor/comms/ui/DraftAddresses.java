package app.candor.comms.ui;

import app.candor.access.NotFound;
import app.candor.comms.Drafts;
import app.candor.shell.HiddenAddresses;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** A draft that is not there for somebody answers 404 at its first load, as an unknown id does. */
@Component
class DraftAddresses implements HiddenAddresses {
    /** The last part has the form of a draft's id; other pages below the same paths do not. */
    private static final Pattern DRAFT =
            Pattern.compile("(?:incidents/[^/]+/comms|comms|approvals)/([a-z2-9]{12})(?:/.*)?");

    private final Drafts drafts;

    DraftAddresses(Drafts drafts) {
        this.drafts = drafts;
    }

    @Override
    public boolean hides(String path) {
        var draft = DRAFT.matcher(path);
        if (!draft.matches()) {
            return false;
        }
        try {
            drafts.get(draft.group(1));
            return false;
        } catch (NotFound unknownOrHidden) {
            return true;
        }
    }
}
