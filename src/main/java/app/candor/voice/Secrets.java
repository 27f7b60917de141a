package app.candor.voice;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds passwords, keys and tokens: by their published forms, by what is said before them, and by
 * long words that look thrown together.
 */
final class Secrets {
    private static final Pattern KNOWN =
            Pattern.compile(
                    "\\b(?:AKIA|ASIA)[0-9A-Z]{16}\\b"
                            + "|\\bgh[pousr]_[A-Za-z0-9]{30,}|\\bgithub_pat_\\w{20,}|\\bglpat-[\\w-]{18,}"
                            + "|\\bxox[abeprs]-[A-Za-z0-9-]{10,}"
                            + "|\\b(?:sk|pk|rk)_(?:live|test)_[A-Za-z0-9]{12,}|\\bsk-[A-Za-z0-9_-]{20,}"
                            + "|\\bAIza[0-9A-Za-z_-]{30,}|\\bya29\\.[\\w-]{20,}|\\bSG\\.[\\w-]{16,}\\.[\\w-]{16,}"
                            + "|\\bnpm_[A-Za-z0-9]{30,}|\\bhvs\\.[A-Za-z0-9_-]{20,}"
                            + "|\\beyJ[A-Za-z0-9_-]{8,}\\.eyJ[A-Za-z0-9_-]{8,}(?:\\.[A-Za-z0-9_-]*)?"
                            + "|-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----"
                            + "|\\b[a-z][a-z0-9+]{2,20}://[^\\s:/@]{1,60}:[^\\s:/@]{3,80}@[^\\s]+"
                            + "|\\b(?:[A-Z][A-Z0-9]*_)*(?:SECRET|TOKEN|PASSWORD|PASSWD|PASS|APIKEY|KEY|CREDENTIALS?)(?:_[A-Z0-9]+)*\\s?=\\s?[^\\s,;]{8,200}"
                            + "|hooks\\.slack\\.com/services/[A-Za-z0-9/]{10,}"
                            + "|(?i:[?&](?:api_?key|access_token|token|sig|signature|secret)=[^\\s&]{8,})");
    private static final Pattern SAID =
            Pattern.compile(
                    "(?i)\\b(?:password|passphrase|passwort|pwd|secret|api[ _-]?key|access[ _-]?key|"
                            + "auth[ _-]?token|bearer|token)\\b[\"”’']?\\s*(?:is|was|:|=)\\s*[\"“‘'`]?"
                            + "([^\\s\"”“’'`,;]{6,200})|\\bBearer\\s+([A-Za-z0-9._~+/-]{16,}=*)");
    private static final Pattern LONG =
            Pattern.compile("(?<![\\w/+.-])[A-Za-z0-9+/_-]{28,200}={0,2}(?![\\w/+])");
    private static final double THROWN_TOGETHER = 3.9;

    private Secrets() {}

    static List<Span> in(String words) {
        var found = new ArrayList<Span>();
        var known = Patience.matcher(KNOWN, words);
        while (known.find()) {
            found.add(new Span(known.start(), known.end()));
        }
        var said = Patience.matcher(SAID, words);
        while (said.find()) {
            var group = said.group(1) != null ? 1 : 2;
            if (group == 2 || looksMade(said.group(1))) {
                add(found, new Span(said.start(group), said.end(group)));
            }
        }
        var longWord = Patience.matcher(LONG, words);
        while (longWord.find()) {
            if (looksRandom(longWord.group())) {
                add(found, new Span(longWord.start(), longWord.end()));
            }
        }
        return found;
    }

    /** Whether a word is no word: digits or signs among its letters. */
    private static boolean looksMade(String word) {
        var bare = word.replaceAll("[.!?]+$", "");
        return bare.length() >= 6
                && bare.chars().anyMatch(Character::isLetter)
                && bare.chars().anyMatch(c -> Character.isDigit(c) || "!$%&#*+_@^".indexOf(c) >= 0)
                && !bare.matches("[A-Za-z]+-\\d{1,3}");
    }

    private static boolean looksRandom(String word) {
        return word.chars().filter(Character::isDigit).count() >= 3
                && word.chars().anyMatch(Character::isUpperCase)
                && word.chars().anyMatch(Character::isLowerCase)
                && entropy(word) > THROWN_TOGETHER;
    }

    /** Shannon's, in bits a character. */
    private static double entropy(String word) {
        var counts = new int[128];
        word.chars().filter(c -> c < 128).forEach(c -> counts[c]++);
        var bits = 0.0;
        for (var count : counts) {
            if (count > 0) {
                var share = (double) count / word.length();
                bits -= share * Math.log(share) / Math.log(2);
            }
        }
        return bits;
    }

    private static void add(List<Span> found, Span span) {
        if (found.stream().noneMatch(one -> one.from() < span.to() && span.from() < one.to())) {
            found.add(span);
        }
    }
}
