package app.candor.incident;

import app.candor.clocks.ContractNotice;
import java.util.List;

/** Which affected accounts have to hear of an incident by contract; asks nobody. */
public interface NoticesOwed {
    List<ContractNotice> notices(String incidentId);
}
