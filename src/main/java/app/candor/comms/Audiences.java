package app.candor.comms;

import app.candor.access.People;
import app.candor.access.Role;
import java.util.List;
import org.springframework.stereotype.Component;

/** Turns whom a text is for into names and addresses. */
@Component
class Audiences {
    private final People people;
    private final CorrectedTexts corrected;

    Audiences(People people, CorrectedTexts corrected) {
        this.people = people;
        this.corrected = corrected;
    }

    /** Of a correction: everybody who got what it corrects, whoever is affected by now. */
    ResolvedAudience resolve(Draft draft, Occasion occasion) {
        var audience = draft.bundle().audience();
        return ResolvedAudience.of(
                audience.scope(),
                corrected.readers(draft).orElseGet(() -> recipients(audience, occasion)));
    }

    private List<Recipient> recipients(Audience audience, Occasion occasion) {
        return switch (audience.scope()) {
            case AFFECTED_ACCOUNTS -> occasion.affected();
            case SOME_ACCOUNTS ->
                    occasion.affected().stream()
                            .filter(to -> audience.accounts().contains(to.account()))
                            .toList();
            case LEADERSHIP ->
                    people.holders(Role.LEADERSHIP).stream()
                            .map(person ->
                                    new Recipient("", person.name(), person.name(), person.email()))
                            .toList();
            case ALL_CUSTOMERS, STAFF, REGULATORS, CUSTOMER_SUCCESS -> List.of();
        };
    }
}
