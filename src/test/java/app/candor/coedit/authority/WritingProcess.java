package app.candor.coedit.authority;

import app.candor.coedit.TextRef;
import app.candor.embedded.EmbeddedServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Executors;

/** A portal with its store inside, in which people write until it is killed. */
final class WritingProcess {
    static final String TEXT = "text";
    private static final int PEOPLE = 5;

    private final AuthorityFixture.PortalNode node;
    private final String life;

    private WritingProcess(AuthorityFixture.PortalNode node, String life) {
        this.node = node;
        this.life = life;
    }

    /** Takes a folder and a name for this life; prints its address, then acknowledged words. */
    public static void main(String[] arguments) throws IOException {
        var server = EmbeddedServer.serve(Path.of(arguments[0]));
        var node = AuthorityFixture.in(server).node();
        node.texts().create(new TextRef(TEXT, "incident", "i-1"));
        System.out.println(server.address());
        new WritingProcess(node, arguments[1]).write();
    }

    private void write() {
        var tabs = new ArrayList<SimulatedTab>();
        for (int person = 0; person < PEOPLE; person++) {
            tabs.add(SimulatedTab.open(node, TEXT, "tab-" + life + "-" + person));
        }
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int person = 0; person < PEOPLE; person++) {
                var name = life + "-" + person;
                var tab = tabs.get(person);
                people.submit(() -> writeForEver(name, tab));
            }
        }
    }

    private static void writeForEver(String name, SimulatedTab tab) {
        for (int word = 0; ; word++) {
            var written = "<" + name + "-" + word + ">";
            tab.pushAndWait("[[\"i\",1,\"" + written + "\"]]");
            System.out.println(written);
        }
    }
}
