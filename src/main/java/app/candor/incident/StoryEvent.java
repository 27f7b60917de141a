package app.candor.incident;

/** An event that the timeline tells by itself. */
public interface StoryEvent extends IncidentEvent {

    /** What the timeline says: one sentence without a full stop. */
    String sentence();
}
