package app.candor.comms;

import app.candor.access.Refused;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What leaves besides the text.
 *
 * @param subject one line, at most 200 characters; may be empty until submitted
 * @param subjectWriters ids of who changed the subject or the files: they wrote, too
 * @param attachments files that leave with the text
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
        return new Bundle(line, with(by), audience, channel, attachments);
    }

    Bundle attach(Attachment file, String by) {
        var all = new ArrayList<>(attachments);
        all.add(file);
        return new Bundle(subject, with(by), audience, channel, all);
    }

    Bundle detach(Attachment file, String by) {
        var rest = attachments.stream().filter(one -> !one.equals(file)).toList();
        return new Bundle(subject, with(by), audience, channel, rest);
    }

    private Set<String> with(String writer) {
        var writers = new HashSet<>(subjectWriters);
        writers.add(writer);
        return writers;
    }

    Bundle audience(Audience next) {
        return new Bundle(subject, subjectWriters, next, channel, attachments);
    }
}
