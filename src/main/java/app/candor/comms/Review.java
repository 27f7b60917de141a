package app.candor.comms;

import app.candor.access.Person;
import app.candor.access.Refused;
import app.candor.policy.GatePolicy;
import app.candor.policy.GatePolicy.Gate;
import app.candor.policy.SeverityClass;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One revision before its signers.
 *
 * @param hash of the revision; what is signed
 * @param policyVersion of the gates, bound at submit: a policy that changes later does not count
 * @param writers ids of all who have an edit in the text since the draft was begun, and of who
 *     submitted it: none of them signs
 * @param calledIn keys of optional gates that somebody asked for
 * @param voided why no signature counts any more; null while they do
 * @param preapproved the wording whose signatures these are; null for signatures of this revision
 */
public record Review(
        int number,
        String hash,
        DraftKind kind,
        SeverityClass severityClass,
        int policyVersion,
        String submittedBy,
        Instant submittedAt,
        Set<String> writers,
        Set<String> calledIn,
        List<Signature> signatures,
        @Nullable Voided voided,
        @Nullable Preapproved preapproved) {

    /** Why and since when signatures count for nothing. */
    public record Voided(String cause, Instant at) {}

    public Review {
        writers = Set.copyOf(writers);
        calledIn = Set.copyOf(calledIn);
        signatures = List.copyOf(signatures);
    }

    /** The gates this revision has to pass, in the order of the policy. */
    public List<Gate> gates(GatePolicy policy) {
        return policy.forText(severityClass, kind.name()).stream()
                .filter(gate -> !gate.optional() || calledIn.contains(gate.key()))
                .toList();
    }

    /** Gates that nobody has called in yet. */
    public List<Gate> optionalGates(GatePolicy policy) {
        return policy.forText(severityClass, kind.name()).stream()
                .filter(gate -> gate.optional() && !calledIn.contains(gate.key()))
                .toList();
    }

    public Optional<Signature> at(String gate) {
        return signatures.stream().filter(signature -> signature.gate().equals(gate)).findFirst();
    }

    /**
     * Whether every gate is signed and nothing voided it; people are looked at again at release.
     */
    public boolean complete(GatePolicy policy) {
        return voided == null
                && gates(policy).stream().allMatch(gate -> at(gate.key()).isPresent());
    }

    /** The open gates this person could sign now. */
    public List<Gate> waitingFor(Person person, GatePolicy policy) {
        return gates(policy).stream()
                .filter(gate -> refusal(gate, person).isEmpty() && at(gate.key()).isEmpty())
                .toList();
    }

    /**
     * The gate, if this person may sign it on what they saw.
     *
     * @throws TextMoved if they saw another revision
     * @throws Refused if the rules do not let them
     */
    Gate requireSignable(GatePolicy policy, String key, Person signer, Seen seen) {
        if (seen.number() != number || !seen.hash().equals(hash)) {
            throw new TextMoved();
        }
        var gate = requireGate(policy, key);
        var taken = at(key);
        if (taken.isPresent()) {
            throw new Refused(
                    "%s signed this gate at this version already.".formatted(taken.get().name()));
        }
        refusal(gate, signer)
                .ifPresent(reason -> {
                    throw new Refused(reason);
                });
        return gate;
    }

    Gate requireGate(GatePolicy policy, String key) {
        return gates(policy).stream()
                .filter(gate -> gate.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new Refused("This text has no such gate."));
    }

    Review signed(Gate gate, Person signer, Instant now, @Nullable FreshLogin login) {
        var all = new ArrayList<>(signatures);
        all.add(
                new Signature(
                        gate.key(),
                        gate.title(),
                        gate.meaning(),
                        signer.id(),
                        signer.name(),
                        signer.title(),
                        now,
                        login == null ? null : login.at(),
                        number,
                        hash,
                        policyVersion,
                        login == null ? null : login.evidence()));
        return with(calledIn, all, voided);
    }

    Review callIn(String gate) {
        var more = new TreeSet<>(calledIn);
        more.add(gate);
        return with(more, signatures, voided);
    }

    Review voided(String cause, Instant now) {
        return with(calledIn, signatures, new Voided(cause, now));
    }

    /**
     * What stands between this revision and its release, looked at afresh.
     *
     * @param today the person behind an id as the directory knows them now
     * @return short sentences; empty when every signature still counts
     */
    List<String> missing(GatePolicy policy, Function<String, Optional<Person>> today) {
        var reasons = new ArrayList<String>();
        if (voided != null) {
            reasons.add("The signatures are void: " + voided.cause() + ".");
        }
        var signers = new TreeSet<String>();
        for (var gate : gates(policy)) {
            var signature = at(gate.key());
            if (signature.isEmpty()) {
                reasons.add(gate.title() + " is not signed.");
            } else {
                doubt(gate, signature.get(), today, signers).ifPresent(reasons::add);
            }
        }
        return reasons;
    }

    private Optional<String> doubt(
            Gate gate,
            Signature signature,
            Function<String, Optional<Person>> today,
            Set<String> signers) {
        var signedNumber = preapproved == null ? number : preapproved.number();
        var signedHash = preapproved == null ? hash : preapproved.revision();
        if (signature.revision() != signedNumber || !signature.hash().equals(signedHash)) {
            return Optional.of(gate.title() + " was signed for another version.");
        }
        if (writers.contains(signature.person())) {
            return Optional.of(gate.title() + " was signed by a writer.");
        }
        if (!signers.add(signature.person())) {
            return Optional.of(signature.name() + " signed two gates.");
        }
        var holds =
                today.apply(signature.person())
                        .filter(person -> gate.roles().stream().anyMatch(person::has))
                        .isPresent();
        return holds
                ? Optional.empty()
                : Optional.of(
                        "%s signed %s and no longer holds the role for it. Somebody who does has to"
                                        .formatted(signature.name(), gate.title())
                                + " sign.");
    }

    private Optional<String> refusal(Gate gate, Person signer) {
        if (voided != null) {
            return Optional.of("This version cannot be signed any more: " + voided.cause() + ".");
        }
        if (gate.roles().stream().noneMatch(signer::has)) {
            return Optional.of("This gate is signed by: " + holders(gate) + ".");
        }
        if (writers.contains(signer.id())) {
            return Optional.of("Nobody signs a text they wrote. You have an edit in this one.");
        }
        return signatures.stream()
                .filter(signature -> signature.person().equals(signer.id()))
                .findFirst()
                .map(own ->
                        "You signed %s. Nobody fills two gates of one draft."
                                .formatted(own.gateTitle()));
    }

    /** The roles of a gate in words. */
    public static String holders(Gate gate) {
        return gate.roles().stream()
                .map(role -> role.label())
                .sorted()
                .collect(java.util.stream.Collectors.joining(" or "));
    }

    private Review with(Set<String> called, List<Signature> signed, @Nullable Voided voidedNow) {
        return new Review(
                number,
                hash,
                kind,
                severityClass,
                policyVersion,
                submittedBy,
                submittedAt,
                writers,
                called,
                signed,
                voidedNow,
                preapproved);
    }
}
