package app.candor.prosemirror;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sets an attribute of the document itself. */
public record DocAttrStep(String attr, @Nullable Object value) implements Step {

    @Override
    public StepResult apply(Node doc) {
        Map<String, @Nullable Object> attrs = AttrStep.with(doc.attrs(), attr, value);
        return StepResult.applied(doc.type().create(attrs, doc.content(), doc.marks()));
    }

    @Override
    public Step invert(Node before) {
        return new DocAttrStep(attr, before.attrs().get(attr));
    }

    @Override
    public Step map(Mappable mapping) {
        return this;
    }

    @Override
    public Map<String, @Nullable Object> toJson() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("stepType", "docAttr");
        json.put("attr", attr);
        json.put("value", value);
        return json;
    }
}
