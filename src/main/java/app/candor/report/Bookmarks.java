package app.candor.report;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The outline that a PDF reader shows beside the pages, from the headings of the document. */
final class Bookmarks {
    private Bookmarks() {}

    static void addTo(Document document) {
        var head = (Element) document.getElementsByTagName("head").item(0);
        var headings = headings(document);
        if (head == null || headings.isEmpty()) {
            return;
        }
        var outline = document.createElement("bookmarks");
        for (var heading : headings) {
            var bookmark = document.createElement("bookmark");
            bookmark.setAttribute("name", heading.getTextContent().strip());
            bookmark.setAttribute("href", "#" + heading.getAttribute("id"));
            outline.appendChild(bookmark);
        }
        head.appendChild(outline);
    }

    private static List<Element> headings(Document document) {
        var found = new ArrayList<Element>();
        var all = document.getElementsByTagName("*");
        for (var i = 0; i < all.getLength(); i++) {
            var element = (Element) all.item(i);
            if (element.getTagName().matches("h[1-3]")) {
                element.setAttribute("id", "heading-" + i);
                found.add(element);
            }
        }
        return found;
    }
}
