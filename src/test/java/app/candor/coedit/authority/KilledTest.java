package app.candor.coedit.authority;

import static org.assertj.core.api.Assertions.assertThat;

import app.candor.coedit.TextRef;
import app.candor.embedded.ServerProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The embedded store, or a whole portal with it, is killed the hard way while five people write.
 */
@Tag("crash")
class KilledTest {
    private static final int KILLS = Boolean.getBoolean("candor.long") ? 20 : 3;
    private static final int PEOPLE = 5;
    private static final String TEXT = WritingProcess.TEXT;
    private static final Pattern WORD = Pattern.compile("<[-0-9]+>");

    @TempDir Path folder;
    private final Random random = new Random(Long.getLong("candor.seed", 1907));
    private final List<String> certain = new ArrayList<>();
    private final List<String> sent = new ArrayList<>();
    private int words;

    @Test
    void whatWasAcknowledgedOrShownIsThereOnceAfterEveryKill() throws Exception {
        for (int kill = 0; kill <= KILLS; kill++) {
            try (var server = ServerProcess.on(folder);
                    var fixture = AuthorityFixture.on(server.address())) {
                var node = fixture.node();
                node.texts().create(new TextRef(TEXT, "incident", "i-1"));
                verify(node.texts().plainText(TEXT));
                if (kill < KILLS) {
                    writeUntilKilled(server, node, kill);
                }
            }
        }
        assertThat(certain).hasSizeGreaterThan(KILLS * PEOPLE);
    }

    @Test
    void aPortalKilledWithItsStoreKeepsWhatItAcknowledgedOrShowed() throws Exception {
        for (int kill = 0; kill < KILLS; kill++) {
            var portal =
                    ServerProcess.start(
                            WritingProcess.class, this::acknowledged, folder.toString(), "" + kill);
            try (portal;
                    var fixture = AuthorityFixture.on(portal.address())) {
                var reader = SimulatedTab.open(fixture.node(), TEXT, "reader-" + kill);
                LockSupport.parkNanos(Duration.ofMillis(1_200 + random.nextInt(700)).toNanos());
                portal.close();
                WORD.matcher(reader.doc().textContent("\n"))
                        .results()
                        .forEach(word -> acknowledged(word.group()));
            }
        }
        try (var server = ServerProcess.on(folder);
                var fixture = AuthorityFixture.on(server.address())) {
            var stored = fixture.node().texts().plainText(TEXT);
            var words = WORD.matcher(stored).results().map(MatchResult::group).toList();
            assertThat(words).doesNotHaveDuplicates().containsAll(certain);
        }
        assertThat(certain).hasSizeGreaterThan(KILLS * PEOPLE);
    }

    /** A line cut off by the kill is no word. */
    private synchronized void acknowledged(String printed) {
        if (WORD.matcher(printed).matches()) {
            certain.add(printed);
        }
    }

    private void verify(String stored) {
        assertThat(certain).allSatisfy(word -> assertThat(stored).containsOnlyOnce(word));
        assertThat(sent)
                .allSatisfy(word -> assertThat(stored.split(word, -1)).hasSizeLessThanOrEqualTo(2));
    }

    private void writeUntilKilled(
            ServerProcess server, AuthorityFixture.PortalNode node, int kill) {
        var tabs = new ArrayList<SimulatedTab>();
        for (int person = 0; person < PEOPLE; person++) {
            tabs.add(SimulatedTab.open(node, TEXT, "tab-" + kill + "-" + person));
        }
        var reader = SimulatedTab.open(node, TEXT, "reader-" + kill);
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            tabs.forEach(tab -> people.submit(() -> write(tab)));
            LockSupport.parkNanos(Duration.ofMillis(500 + random.nextInt(700)).toNanos());
            server.close();
        }
        var shown = reader.doc().textContent("\n");
        synchronized (this) {
            sent.stream()
                    .filter(word -> shown.contains(word) && !certain.contains(word))
                    .forEach(certain::add);
        }
    }

    private void write(SimulatedTab tab) {
        while (!tab.wasInterrupted()) {
            var word = word();
            try {
                tab.pushAndWait("[[\"i\",1,\"" + word + "\"]]");
            } catch (AssertionError killed) {
                return;
            }
            synchronized (this) {
                certain.add(word);
            }
        }
    }

    private synchronized String word() {
        var word = "<" + words++ + ">";
        sent.add(word);
        return word;
    }
}
