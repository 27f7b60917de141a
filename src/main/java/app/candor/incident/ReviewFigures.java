package app.candor.incident;

import java.util.List;

/** Figures that another module adds to the review of an incident; a bean of that module. */
public interface ReviewFigures {

    /** Place among the figures, small first; the incident's own stand at 10. */
    int order();

    List<Figure> of(Incident incident);

    /**
     * One measure.
     *
     * @param value with its unit: {@code 6 min}, {@code 3 of 4}
     * @param note what it is measured against; empty for nothing
     * @param missed whether what was promised was not kept
     */
    record Figure(String label, String value, String note, boolean missed) {}
}
