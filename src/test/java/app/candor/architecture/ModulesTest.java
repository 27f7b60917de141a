package app.candor.architecture;

import app.candor.Candor;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {

    @Test
    void modulesKeepToTheirDeclaredDependencies() {
        ApplicationModules.of(Candor.class).verify();
    }
}
