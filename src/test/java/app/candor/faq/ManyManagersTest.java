package app.candor.faq;

import static app.candor.demo.DemoPerson.WRITER;
import static org.assertj.core.api.Assertions.assertThat;

import app.candor.access.Person;
import app.candor.access.Role;
import app.candor.access.SignedIn;
import app.candor.access.tokens.TokenFixture;
import app.candor.audit.AuditEntry;
import app.candor.audit.AuditLog;
import app.candor.faq.index.Wanted.Narrowed;
import java.util.ArrayList;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An incident is when everybody looks at once. */
class ManyManagersTest extends FaqDesk {
    private static final int MANAGERS = 50;
    private static final int EACH = 4;

    @Autowired FaqSearch search;
    @Autowired AuditLog audit;

    @Test
    void fiftyManagersWhoSearchAndCopyAtOnceLoseNoRecord() throws Exception {
        var entry = answered("Are pangolin parcels lost?", "No pangolin parcel is lost.");
        var together = new CyclicBarrier(MANAGERS);
        var work = new ArrayList<Callable<Integer>>();
        for (var i = 0; i < MANAGERS; i++) {
            var manager = new Person("manager-" + i, "M " + i, "", "", Set.of(Role.CSM));
            work.add(() -> {
                TokenFixture.as(manager);
                together.await();
                var copied = 0;
                for (var turn = 0; turn < EACH; turn++) {
                    var found = search.find("pangolin parsels", Narrowed.NOT, 5).cards().getFirst();
                    copies.copy(
                            UUID.randomUUID().toString(),
                            found.id(),
                            found.version(),
                            "Customer " + turn,
                            "");
                    copied++;
                }
                SignedIn.out();
                return copied;
            });
        }

        var done = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var one : threads.invokeAll(work)) {
                done += one.get();
            }
        }

        assertThat(done).isEqualTo(MANAGERS * EACH);
        assertThat(SignedIn.as(WRITER, () -> copies.count(entry.id()))).isEqualTo(done);
        assertThat(audit.of("faq:" + entry.id()))
                .extracting(AuditEntry::action)
                .filteredOn("copied"::equals)
                .hasSize(done);
    }
}
