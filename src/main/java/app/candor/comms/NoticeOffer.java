package app.candor.comms;

import app.candor.incident.FactKey;
import java.util.List;
import java.util.Map;

/**
 * A wording that an incident could send.
 *
 * @param seen the signed revision
 * @param reading as it would leave, filled as far as values are there
 * @param open slots without a value that a name of a list can fill, with their names
 * @param obstacles why it cannot leave even then, in words; empty if nothing
 */
public record NoticeOffer(
        Draft wording,
        Seen seen,
        Reading reading,
        Map<FactKey, List<String>> open,
        List<String> obstacles) {}
