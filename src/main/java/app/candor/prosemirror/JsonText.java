package app.candor.prosemirror;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Prints JSON byte for byte as JavaScript's {@code JSON.stringify} does. */
final class JsonText {
    private static final String HEX = "0123456789abcdef";

    private final StringBuilder out = new StringBuilder(256);
    private final boolean sorted;

    private JsonText(boolean sorted) {
        this.sorted = sorted;
    }

    static String print(@Nullable Object value, boolean sorted) {
        JsonText text = new JsonText(sorted);
        text.value(value);
        return text.out.toString();
    }

    private void value(@Nullable Object value) {
        switch (value) {
            case null -> out.append("null");
            case String string -> string(string);
            case Boolean flag -> out.append(flag.booleanValue());
            case Long whole -> out.append(whole.longValue());
            case Integer whole -> out.append(whole.intValue());
            case Number number -> out.append(number(number.doubleValue()));
            case Map<?, ?> object -> object(sorted ? new TreeMap<>(object) : object);
            case List<?> array -> array(array);
            default -> throw new IllegalArgumentException("No JSON value: " + value.getClass());
        }
    }

    private void object(Map<?, ?> object) {
        out.append('{');
        boolean first = true;
        for (Map.Entry<?, ?> member : object.entrySet()) {
            if (!first) {
                out.append(',');
            }
            first = false;
            string((String) member.getKey());
            out.append(':');
            value(member.getValue());
        }
        out.append('}');
    }

    private void array(List<?> array) {
        out.append('[');
        for (int i = 0; i < array.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            value(array.get(i));
        }
        out.append(']');
    }

    private void string(String string) {
        out.append('"');
        int plain = 0;
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            if (c >= 0x20 && c != '"' && c != '\\' && !loneSurrogate(string, i)) {
                continue;
            }
            out.append(string, plain, i);
            plain = i + 1;
            escape(c);
        }
        out.append(string, plain, string.length()).append('"');
    }

    private void escape(char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                out.append("\\u");
                for (int shift = 12; shift >= 0; shift -= 4) {
                    out.append(HEX.charAt(c >> shift & 15));
                }
            }
        }
    }

    /** Whether the unit at this place is half of a character whose other half is missing. */
    static boolean loneSurrogate(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        return Character.isLowSurrogate(c)
                && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }

    static boolean hasLoneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (loneSurrogate(text, i)) {
                return true;
            }
        }
        return false;
    }

    /** Number::toString of ECMAScript: shortest digits that read back, laid out its own way. */
    static String number(double value) {
        if (value == 0) {
            return "0";
        }
        BigDecimal decimal = shortest(Math.abs(value));
        String digits = decimal.unscaledValue().toString();
        int k = digits.length();
        int n = k - decimal.scale();
        String text;
        if (k <= n && n <= 21) {
            text = digits + "0".repeat(n - k);
        } else if (0 < n && n <= 21) {
            text = digits.substring(0, n) + "." + digits.substring(n);
        } else if (-6 < n && n <= 0) {
            text = "0." + "0".repeat(-n) + digits;
        } else {
            String mantissa = k == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
            text = mantissa + "e" + (n > 0 ? "+" : "-") + Math.abs(n - 1);
        }
        return value < 0 ? "-" + text : text;
    }

    /** Java prints two digits at least, even where one says it all. */
    private static BigDecimal shortest(double value) {
        BigDecimal decimal = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        if (decimal.precision() == 2) {
            BigDecimal one = new BigDecimal(value).round(new MathContext(1)).stripTrailingZeros();
            return one.doubleValue() == value ? one : decimal;
        }
        return decimal;
    }
}
