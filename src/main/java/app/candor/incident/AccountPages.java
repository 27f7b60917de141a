package app.candor.incident;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * Account lists too long for one document, in pages that never change. A list is named by the hash
 * of its content, so it is written as often as somebody likes and exists once; a head elsewhere
 * points to it only after all its pages are in.
 */
@Component
class AccountPages {
    private static final int PER_PAGE = 2_000;

    private final MongoTemplate mongo;

    AccountPages(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** A stored list: its name and length. */
    record ListName(String hash, int size) {
        static final ListName EMPTY = new ListName("", 0);
    }

    ListName store(Collection<Account> accounts) {
        if (accounts.isEmpty()) {
            return ListName.EMPTY;
        }
        var all = List.copyOf(accounts);
        var name = new ListName(hash(all), all.size());
        for (var page = 0; page * PER_PAGE < all.size(); page++) {
            var end = Math.min(all.size(), (page + 1) * PER_PAGE);
            write(name.hash() + ":" + page, all.subList(page * PER_PAGE, end));
        }
        return name;
    }

    List<Account> read(ListName name) {
        var accounts = new ArrayList<Account>(name.size());
        for (var page = 0; page * PER_PAGE < name.size(); page++) {
            var found =
                    mongo.getCollection("account_pages")
                            .find(Filters.eq("_id", name.hash() + ":" + page))
                            .first();
            if (found == null) {
                throw new IllegalStateException("A page of account list " + name + " is missing");
            }
            found.getList("accounts", Document.class).forEach(row -> accounts.add(account(row)));
        }
        return accounts;
    }

    private void write(String id, List<Account> accounts) {
        var rows = accounts.stream().map(AccountPages::document).toList();
        mongo.getCollection("account_pages")
                .replaceOne(
                        Filters.eq("_id", id),
                        new Document("_id", id).append("accounts", rows),
                        new ReplaceOptions().upsert(true));
    }

    private static Document document(Account account) {
        return new Document("id", account.id())
                .append("name", account.name())
                .append("tier", account.tier())
                .append("csm", account.csm())
                .append("contact", account.contactName())
                .append("email", account.contactEmail())
                .append("integration", account.integration())
                .append("hours", account.contractNoticeHours());
    }

    private static Account account(Document row) {
        return new Account(
                row.getString("id"),
                row.getString("name"),
                row.getString("tier"),
                row.getString("csm"),
                row.getString("contact"),
                row.getString("email"),
                row.getString("integration"),
                row.getInteger("hours"));
    }

    private static String hash(List<Account> accounts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var account : accounts) {
                digest.update((account + "\n").getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
