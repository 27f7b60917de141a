package app.candor.demo.story;

import java.time.Instant;

/** One incident of the demo, or one shelf of its library. */
interface Chapter {

    /**
     * @param now the present, to which all times of the story are relative
     * @param clock to be turned to each moment before it is told
     */
    void tell(Instant now, StoryClock clock);
}
