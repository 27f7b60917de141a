package app.candor.coedit.authority;

import app.candor.coedit.Texts;
import app.candor.embedded.EmbeddedServer;
import app.candor.prosemirror.Schema;
import app.candor.prosemirror.StepWire;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Wires the authority and sees to its indexes before anything is written. */
@Configuration
class CoeditConfiguration {

    @Bean
    Schema textSchema() {
        return Schema.candor();
    }

    @Bean
    StepWire stepWire(Schema textSchema) {
        return new StepWire(textSchema);
    }

    @Bean
    Storage textStorage(
            MongoTemplate mongo,
            ObjectProvider<EmbeddedServer> embedded,
            Schema textSchema,
            StepWire stepWire,
            Clock clock) {
        return storage(mongo, embedded.getIfAvailable(), textSchema, stepWire, clock);
    }

    private static Insertion insertion(MongoTemplate mongo, @Nullable EmbeddedServer embedded) {
        return embedded == null
                ? Insertion.byDriver(mongo, CommitLog.COMMITS)
                : Insertion.inProcess(embedded, mongo.getDb().getName(), CommitLog.COMMITS);
    }

    private static Lookup lookup(
            MongoTemplate mongo, @Nullable EmbeddedServer embedded, String collection) {
        return embedded == null
                ? Lookup.byDriver(mongo, collection)
                : Lookup.inProcess(embedded, mongo.getDb().getName(), collection);
    }

    /**
     * @param embedded the store, if it is in this process
     */
    static Storage storage(
            MongoTemplate mongo,
            @Nullable EmbeddedServer embedded,
            Schema textSchema,
            StepWire stepWire,
            Clock clock) {
        var insertion = insertion(mongo, embedded);
        var commits = lookup(mongo, embedded, CommitLog.COMMITS);
        var heads = lookup(mongo, embedded, Snapshots.HEADS);
        var log = new CommitLog(mongo, insertion, commits, stepWire);
        var snapshots = new Snapshots(mongo, heads, textSchema, clock);
        var archive = new Archive(snapshots, log);
        var authors = new Authors(mongo, log, archive);
        log.createIndexes();
        snapshots.createIndexes();
        authors.createIndexes();
        return new Storage(log, snapshots, archive, authors, stepWire, clock);
    }

    @Bean
    UntoldMentions untoldMentions(Storage textStorage) {
        return new UntoldMentions(textStorage.log());
    }

    @Bean
    OpenTexts openTexts(Storage textStorage, CoeditSettings settings) {
        return new OpenTexts(textStorage, settings);
    }

    @Bean
    Texts texts(OpenTexts openTexts, Storage textStorage, Schema textSchema) {
        return new StoredTexts(openTexts, textStorage, textSchema);
    }

    @Bean
    @ConditionalOnBooleanProperty(name = "candor.coedit.warming", matchIfMissing = true)
    Warming textWarming(
            Storage textStorage,
            OpenTexts openTexts,
            Schema textSchema,
            ObjectProvider<Rehearsal> rehearsals) {
        return new Warming(textStorage, openTexts, textSchema, rehearsals::stream);
    }
}
