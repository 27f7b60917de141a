package app.candor.voice;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.validator.routines.CreditCardValidator;
import org.apache.commons.validator.routines.EmailValidator;
import org.apache.commons.validator.routines.IBANValidator;
import org.apache.commons.validator.routines.InetAddressValidator;

/** Finds what could identify a person or a machine: addresses, numbers of phones and accounts. */
final class PersonalData {
    private static final Pattern EMAIL =
            Pattern.compile(
                    "(?<![\\w.+@-])[\\p{L}\\p{N}._%+'-]{1,64}+@[\\p{L}\\p{N}.-]{1,200}+", 0);
    private static final Pattern CARD =
            Pattern.compile("(?<![\\d.-])(?:\\d[ \\u00a0-]?){12,18}\\d(?![\\d-])");
    private static final Pattern IBAN =
            Pattern.compile("\\b[A-Z]{2}\\d{2}(?:[ \\u00a0]?[A-Z0-9]{1,4}){3,8}\\b");
    private static final Pattern IPV4 =
            Pattern.compile("(?<![\\d.])(?:\\d{1,3}\\.){3}\\d{1,3}(?![\\d.]*\\d)");
    private static final Pattern IPV6 =
            Pattern.compile("(?<![\\w:])(?:[0-9a-fA-F]{0,4}:){2,7}[0-9a-fA-F]{1,4}(?![\\w:])");
    private static final Pattern VERSION = Pattern.compile("(?i)(?:version|release|v\\.?)\\s*$");
    private static final Pattern CALL =
            Pattern.compile("(?i)\\b(?:call|phone|tel|telephone|mobile|dial|ring|fax|hotline)\\b");
    private static final Pattern DIGITS = Pattern.compile("(?:\\d[\\s()./-]{0,3}){7}");
    private static final List<String> HOME_REGIONS = List.of("US", "GB", "DE", "FR", "IN", "AU");
    private static final int TRIES = 200;

    private PersonalData() {}

    static List<Span> emails(String words, CompanyWords company) {
        var found = new ArrayList<Span>();
        var matcher = Patience.matcher(EMAIL, words);
        while (matcher.find()) {
            var to = matcher.end();
            while (to > matcher.start() && ".-'".indexOf(words.charAt(to - 1)) >= 0) {
                to--;
            }
            var address = words.substring(matcher.start(), to);
            if (EmailValidator.getInstance(true).isValid(address) && !company.isOwn(address)) {
                found.add(new Span(matcher.start(), to));
            }
        }
        return found;
    }

    static List<Span> phones(String words, CompanyWords company) {
        if (!Patience.matcher(DIGITS, words).find()) {
            return List.of();
        }
        var found = new ArrayList<Span>();
        phones(words, "ZZ", Leniency.VALID, company, found);
        if (CALL.matcher(words).find()) {
            HOME_REGIONS.forEach(region -> phones(words, region, Leniency.VALID, company, found));
        }
        return found;
    }

    private static void phones(
            String words,
            String region,
            Leniency leniency,
            CompanyWords company,
            List<Span> found) {
        for (var match :
                PhoneNumberUtil.getInstance().findNumbers(words, region, leniency, TRIES)) {
            var span = new Span(match.start(), match.end());
            var twice =
                    found.stream()
                            .anyMatch(
                                    other -> other.from() < span.to() && span.from() < other.to());
            if (!twice && !company.isOwn(match.rawString())) {
                found.add(span);
            }
        }
    }

    static List<Span> cards(String words) {
        var found = new ArrayList<Span>();
        var matcher = Patience.matcher(CARD, words);
        var known =
                new CreditCardValidator(
                        CreditCardValidator.AMEX
                                | CreditCardValidator.VISA
                                | CreditCardValidator.MASTERCARD
                                | CreditCardValidator.DISCOVER
                                | CreditCardValidator.DINERS);
        while (matcher.find()) {
            if (known.isValid(matcher.group().replaceAll("\\D", ""))) {
                found.add(new Span(matcher.start(), matcher.end()));
            }
        }
        return found;
    }

    static List<Span> ibans(String words) {
        var found = new ArrayList<Span>();
        var matcher = Patience.matcher(IBAN, words);
        while (matcher.find()) {
            var end = matcher.end();
            while (end > matcher.start()) {
                var number = words.substring(matcher.start(), end).replaceAll("\\s|\u00a0", "");
                if (IBANValidator.getInstance().isValid(number)) {
                    found.add(new Span(matcher.start(), end));
                    break;
                }
                end = words.lastIndexOf(' ', end - 1);
            }
        }
        return found;
    }

    static List<Span> ips(String words) {
        var found = new ArrayList<Span>();
        var four = Patience.matcher(IPV4, words);
        while (four.find()) {
            var before = words.substring(Math.max(0, four.start() - 12), four.start());
            if (InetAddressValidator.getInstance().isValidInet4Address(four.group())
                    && !VERSION.matcher(before).find()) {
                found.add(new Span(four.start(), four.end()));
            }
        }
        var six = Patience.matcher(IPV6, words);
        while (six.find()) {
            if (six.group().chars().filter(c -> c == ':').count() >= 3
                    && InetAddressValidator.getInstance().isValidInet6Address(six.group())) {
                found.add(new Span(six.start(), six.end()));
            }
        }
        return found;
    }
}
