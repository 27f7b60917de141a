package app.candor.voice;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a check found, in reading order, and how the text measures. */
public record Report(List<Finding> findings, Measures measures) {

    public Report {
        findings = List.copyOf(findings);
    }

    /**
     * How long and how hard to read.
     *
     * @param words without tokens' inner words counted apart
     * @param longest words that this kind should have at most; 0 for no limit
     * @param grade Flesch-Kincaid grade; negative for texts too short to tell
     * @param longestSentence in words
     * @param parts required parts that are there
     * @param requiredParts how many there should be
     */
    public record Measures(
            int words, int longest, int grade, int longestSentence, int parts, int requiredParts) {}

    /** What keeps the text from being submitted. */
    public List<Finding> blocking() {
        return findings.stream().filter(finding -> finding.weight().blocks()).toList();
    }

    /** Keys of gates that the words call in. */
    public Set<String> calledGates() {
        return findings.stream()
                .map(Finding::gate)
                .filter(gate -> gate != null)
                .collect(Collectors.toSet());
    }
}
