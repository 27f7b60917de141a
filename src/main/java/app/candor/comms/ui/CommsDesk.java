package app.candor.comms.ui;

import app.candor.access.Access;
import app.candor.access.People;
import app.candor.coedit.ui.MarginTools;
import app.candor.coedit.ui.VersionTools;
import app.candor.comms.CommsPlans;
import app.candor.comms.Corrections;
import app.candor.comms.DirectMails;
import app.candor.comms.DraftFiles;
import app.candor.comms.Drafts;
import app.candor.comms.Emergencies;
import app.candor.comms.Extensions;
import app.candor.comms.FirstNotices;
import app.candor.comms.Readings;
import app.candor.comms.ReleaseProofs;
import app.candor.comms.Signing;
import app.candor.comms.SigningNote;
import app.candor.comms.Submissions;
import app.candor.comms.TextPdfs;
import app.candor.comms.Withholdings;
import app.candor.comms.Wording;
import app.candor.incident.Accounts;
import app.candor.incident.Facts;
import app.candor.incident.Incidents;
import app.candor.notify.LivePages;
import com.vaadin.flow.component.UI;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the pages of this module work with. */
@Component
record CommsDesk(
        Drafts drafts,
        Submissions submissions,
        Wording wording,
        Signing signing,
        List<SigningNote> notes,
        Readings readings,
        ReleaseProofs proofs,
        DraftFiles files,
        TextPdfs pdfs,
        Corrections corrections,
        Extensions extensions,
        Withholdings withholdings,
        Emergencies emergencies,
        FirstNotices notices,
        DirectMails mails,
        CommsPlans plans,
        Incidents incidents,
        Facts facts,
        Accounts accounts,
        Access access,
        People people,
        LivePages pages,
        MarginTools margin,
        VersionTools versions,
        Clock clock) {

    /** Opens a path of the portal in this page. */
    void go(String path) {
        UI.getCurrent().navigate(path);
    }
}
