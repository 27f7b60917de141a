package app.candor.comms;

import app.candor.access.Refused;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What leaves besides the text.
 *
 * @param subject one line, at most 200 characters; may be empty until submitted
 * @param subjectWriters ids of who changed the subject: they wrote, too
 */
public record Bundle(
        String subject,
        Set<String> subjectWriters,
        Audience audience,
        Channel channel,
        List<Attachment> attachments) {
    private static final int LONGEST_SUBJECT = 200;

    public Bundle {
        subjectWriters = Set.copyOf(subjectWriters);
        attachments = List.copyOf(attachments);
    }

    /**
     * @throws Refused unless it is one line of 1 to 200 characters
     */
    Bundle subject(String text, String by) {
        var line = text.strip();
        if (line.isEmpty()) {
            throw new Refused("A subject cannot be empty.");
        }
        if (line.length() > LONGEST_SUBJECT) {
            throw new Refused("A subject has at most " + LONGEST_SUBJECT + " characters.");
        }
        if (line.chars().anyMatch(Character::isISOControl)) {
            throw new Refused("A subject is one line, without control characters.");
        }
        var writers = new HashSet<>(subjectWriters);
        writers.add(by);
        return new Bundle(line, writers, audience, channel, attachments);
    }

    Bundle audience(Audience next) {
        return new Bundle(subject, subjectWriters, next, channel, attachments);
    }
}
