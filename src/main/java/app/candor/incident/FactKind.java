package app.candor.incident;

import app.candor.access.Refused;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/**
 * How a fact's value is kept, checked and written. Kept as plain text: an instant in ISO form, a
 * whole number, a decimal number, minutes, words, or {@code yes} and {@code no}.
 */
public enum FactKind {
    TIME {
        @Override
        String canonical(String given) {
            return instant(given).toString();
        }

        @Override
        String display(String kept) {
            return AT.format(Instant.parse(kept));
        }
    },
    /** A time that may lie ahead. */
    ETA {
        @Override
        String canonical(String given) {
            return instant(given).toString();
        }

        @Override
        String display(String kept) {
            return AT.format(Instant.parse(kept));
        }
    },
    /** Merchants, at most a thousand million. */
    COUNT {
        @Override
        String canonical(String given) {
            return whole(given, "A count is a whole number, 0 or more");
        }

        @Override
        String display(String kept) {
            var count = Long.parseLong(kept);
            return "%,d %s".formatted(count, count == 1 ? "merchant" : "merchants");
        }
    },
    PERCENT {
        @Override
        String canonical(String given) {
            var refusal = "A percentage is a number from 0 to 100, for example 31.5";
            try {
                var number = new BigDecimal(given.strip().replace("%", "").strip());
                if (number.signum() < 0 || number.compareTo(BigDecimal.valueOf(100)) > 0) {
                    throw new Refused(refusal + ".");
                }
                return number.toPlainString();
            } catch (NumberFormatException notANumber) {
                throw new Refused(refusal + ".");
            }
        }

        @Override
        String display(String kept) {
            return kept + "%";
        }
    },
    MINUTES {
        @Override
        String canonical(String given) {
            return whole(
                    given.replaceAll("(?i)\\s*min(utes)?\\s*$", ""),
                    "A delay is a whole number of minutes, 0 or more");
        }

        @Override
        String display(String kept) {
            return "%,d min".formatted(Long.parseLong(kept));
        }
    },
    TEXT {
        @Override
        String canonical(String given) {
            var words = given.strip();
            if (words.length() > LONGEST_TEXT) {
                throw new Refused("At most " + LONGEST_TEXT + " characters, please.");
            }
            return words;
        }

        @Override
        String display(String kept) {
            return kept;
        }
    },
    YES_NO {
        @Override
        String canonical(String given) {
            var answer = given.strip().toLowerCase(Locale.ROOT);
            if (!answer.equals("yes") && !answer.equals("no")) {
                throw new Refused("Answer yes, no or not yet known.");
            }
            return answer;
        }

        @Override
        String display(String kept) {
            return kept.equals("yes") ? "Yes" : "No";
        }
    };

    private static final int LONGEST_TEXT = 500;
    private static final int LONGEST_NUMBER = 9;
    private static final DateTimeFormatter AT =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.UK)
                    .withZone(ZoneOffset.UTC);

    /**
     * @throws Refused if this is no value of the kind; the message says what would be
     */
    abstract String canonical(String given);

    /** As people read it. */
    abstract String display(String kept);

    boolean isTime() {
        return this == TIME || this == ETA;
    }

    private static Instant instant(String given) {
        try {
            return Instant.parse(given.strip());
        } catch (DateTimeParseException notATime) {
            throw new Refused("Give date and time in UTC, for example 18 Nov 2026, 08:47.");
        }
    }

    private static String whole(String given, String refusal) {
        var digits = given.strip().replace(",", "").replace("\u00a0", "");
        if (!digits.matches("\\d{1," + LONGEST_NUMBER + "}")) {
            throw new Refused(refusal + ".");
        }
        return Long.toString(Long.parseLong(digits));
    }
}
