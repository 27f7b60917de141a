package app.candor.policy.ui;

import app.candor.access.Refused;
import com.vaadin.flow.component.html.Div;

/** A policy in fields instead of JSON. */
abstract class PolicyForm extends Div {
    private Runnable changed = () -> {};

    /**
     * The policy as it is stored, laid out so that versions compare line by line.
     *
     * @throws Refused naming the first field that cannot be as it is
     */
    abstract String json();

    /** Runs after every change of a field. */
    final void onChange(Runnable act) {
        changed = act;
    }

    protected final void changed() {
        changed.run();
    }
}
