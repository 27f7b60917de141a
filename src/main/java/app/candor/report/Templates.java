package app.candor.report;

import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Fills a template with values; what people typed is escaped. */
@Component
class Templates {
    private final SpringTemplateEngine engine = new SpringTemplateEngine();

    Templates() {
        var resolver = new ClassLoaderTemplateResolver(Templates.class.getClassLoader());
        resolver.setPrefix("templates/report/");
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.XML);
        resolver.setCharacterEncoding("UTF-8");
        resolver.setCacheable(true);
        engine.setTemplateResolver(resolver);
    }

    String fill(String template, Map<String, Object> model) {
        if (!template.matches("[a-z][a-z-]*")) {
            throw new IllegalArgumentException("Not a template: " + template);
        }
        var context = new Context(Locale.ENGLISH, model);
        context.setVariable("print", new Print());
        return engine.process(template, context);
    }
}
