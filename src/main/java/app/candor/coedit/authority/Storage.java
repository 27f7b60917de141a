package app.candor.coedit.authority;

import app.candor.prosemirror.StepWire;
import java.time.Clock;

/** What every open text reads and writes with. */
record Storage(
        CommitLog log,
        Snapshots snapshots,
        Archive archive,
        Authors authors,
        StepWire wire,
        Clock clock) {}
