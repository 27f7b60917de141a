package app.candor.voice;

import app.candor.voice.Claim.Bound;
import app.candor.voice.Finding.Beside;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Holds what a text says against the ledger, and where the ledger is silent against its siblings.
 */
final class Consistency {
    private static final Set<String> NAMES = Set.of(ClaimReader.REGIONS, ClaimReader.COMPONENTS);
    private static final BigDecimal ROUGHLY = new BigDecimal("0.12");
    private static final BigDecimal NOT_FAR = new BigDecimal("0.70");
    private static final int ROUGH_MINUTES = 15;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM", Locale.UK).withZone(ZoneOffset.UTC);

    private Consistency() {}

    /** A claim and what contradicts it. */
    record Contradiction(Claim claim, Beside beside) {}

    static List<Contradiction> withLedger(List<Claim> claims, Circumstances at) {
        var found = new ArrayList<Contradiction>();
        for (var claim : claims) {
            if (claim.passage().touchesToken(claim.span().from(), claim.span().to())) {
                continue;
            }
            at.fact(claim.topic())
                    .filter(LedgerFact::known)
                    .filter(fact -> contradicts(claim, fact))
                    .ifPresent(fact ->
                            found.add(
                                    new Contradiction(
                                            claim,
                                            new Beside(
                                                    claim.words(),
                                                    fact.value(),
                                                    "the ledger, " + fact.source()))));
        }
        return found;
    }

    static List<Contradiction> withSiblings(
            List<Claim> claims, Circumstances at, CompanyWords company) {
        var found = new ArrayList<Contradiction>();
        var read =
                at.siblings().stream()
                        .map(one -> new Read(one.title(), ClaimReader.of(one.text(), company)))
                        .toList();
        for (var claim : claims) {
            if (at.knows(claim.topic()) || NAMES.contains(claim.topic())) {
                continue;
            }
            other(claim, read).ifPresent(found::add);
        }
        return found;
    }

    private record Read(String title, List<Claim> claims) {}

    private static Optional<Contradiction> other(Claim claim, List<Read> siblings) {
        for (var sibling : siblings) {
            for (var theirs : sibling.claims()) {
                if (theirs.topic().equals(claim.topic())
                        && theirs.name().isEmpty() == claim.name().isEmpty()
                        && differ(claim, theirs)) {
                    return Optional.of(
                            new Contradiction(
                                    claim,
                                    new Beside(claim.words(), theirs.words(), sibling.title())));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean differ(Claim ours, Claim theirs) {
        if (!ours.name().isEmpty()) {
            return !ours.name().equals(theirs.name());
        }
        if (isTime(ours.topic())) {
            return apart(ours.number(), theirs.number())
                    > (ours.bound() == Bound.EXACTLY && theirs.bound() == Bound.EXACTLY
                            ? 0
                            : ROUGH_MINUTES);
        }
        if (theirs.bound() == Bound.EXACTLY) {
            return !agrees(ours, theirs.number());
        }
        return ours.bound() == Bound.EXACTLY && !agrees(theirs, ours.number());
    }

    private static boolean contradicts(Claim claim, LedgerFact fact) {
        return switch (claim.topic()) {
            case ClaimReader.REGIONS, ClaimReader.COMPONENTS ->
                    !mentions(fact.value(), claim.name());
            case ClaimReader.RAW_DATA -> (claim.number().signum() == 1) != fact.raw().equals("yes");
            case ClaimTimes.STARTED,
                    ClaimTimes.ENDED,
                    ClaimTimes.DETECTED,
                    ClaimTimes.CAUGHT_UP_BY ->
                    otherTime(claim, Instant.parse(fact.raw()));
            default -> !agrees(claim, new BigDecimal(fact.raw()));
        };
    }

    private static boolean isTime(String topic) {
        return topic.equals(ClaimTimes.STARTED)
                || topic.equals(ClaimTimes.ENDED)
                || topic.equals(ClaimTimes.DETECTED)
                || topic.equals(ClaimTimes.CAUGHT_UP_BY);
    }

    private static boolean otherTime(Claim claim, Instant fact) {
        if (!claim.name().isEmpty()) {
            var day = DAY.format(fact).toLowerCase(Locale.ROOT);
            return !day.startsWith(claim.name());
        }
        var time = fact.atOffset(ZoneOffset.UTC);
        var minutes = BigDecimal.valueOf(time.getHour() * 60L + time.getMinute());
        return apart(claim.number(), minutes)
                > (claim.bound() == Bound.EXACTLY ? 0 : ROUGH_MINUTES);
    }

    /** Minutes between two times of the day, the shorter way round. */
    private static int apart(BigDecimal one, BigDecimal other) {
        var minutes = Math.floorMod(one.subtract(other).intValue(), 24 * 60);
        return Math.min(minutes, 24 * 60 - minutes);
    }

    private static boolean agrees(Claim claim, BigDecimal fact) {
        var said = claim.number();
        return switch (claim.bound()) {
            case EXACTLY -> fact.setScale(said.scale(), RoundingMode.HALF_UP).compareTo(said) == 0;
            case ABOUT -> said.subtract(fact).abs().compareTo(fact.multiply(ROUGHLY)) <= 0;
            case MORE_THAN ->
                    said.compareTo(fact) < 0 && said.compareTo(fact.multiply(NOT_FAR)) >= 0;
            case LESS_THAN ->
                    said.compareTo(fact) > 0 && fact.compareTo(said.multiply(NOT_FAR)) >= 0;
            case UP_TO -> said.compareTo(fact) >= 0 && fact.compareTo(said.multiply(NOT_FAR)) >= 0;
            case WITHIN -> said.compareTo(fact) <= 0;
        };
    }

    private static boolean mentions(String ledger, String name) {
        var words = ledger.toLowerCase(Locale.ROOT);
        return java.util.regex.Pattern.compile(
                        "(?<![\\p{L}\\p{N}])"
                                + java.util.regex.Pattern.quote(name.toLowerCase(Locale.ROOT))
                                + "(?![\\p{L}\\p{N}])")
                .matcher(words)
                .find();
    }
}
