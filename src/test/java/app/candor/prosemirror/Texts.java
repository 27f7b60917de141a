package app.candor.prosemirror;

/** Documents of Candor's schema for tests, written as short JSON with single quotes. */
final class Texts {
    private Texts() {}

    /**
     * @param blocks the document's children as JSON, single quotes for double ones
     */
    static Node doc(String blocks) {
        return Schema.candor().readDocument(json("{'type':'doc','content':[" + blocks + "]}"));
    }

    static String paragraph(String inline) {
        return "{'type':'paragraph','content':[" + inline + "]}";
    }

    static String text(String words, String... marks) {
        StringBuilder json = new StringBuilder("{'type':'text','text':'" + words + "'");
        if (marks.length > 0) {
            json.append(",'marks':[{'type':'")
                    .append(String.join("'},{'type':'", marks))
                    .append("'}]");
        }
        return json + "}";
    }

    static String link(String words, String address) {
        return "{'type':'text','text':'%s','marks':[{'type':'link','attrs':{'href':'%s'}}]}"
                .formatted(words, address);
    }

    static String json(String quoted) {
        return quoted.replace('\'', '"');
    }

    static Step step(String quoted) {
        return Step.fromJson(Schema.candor(), Json.parse(json(quoted)));
    }
}
