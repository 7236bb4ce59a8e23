package org.boucle.app.pages;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.boucle.app.server.Exchange;
import org.boucle.app.server.House;

/** Makes page models and renders the templates, which are compiled with the product. */
public final class Pages {
    private final House house;
    private final Assets assets;
    private final List<NavigationEntry> navigation;
    private final TemplateEngine engine;

    public Pages(House house, Assets assets, List<NavigationEntry> navigation) {
        this.house = house;
        this.assets = assets;
        this.navigation = navigation.stream()
                .sorted(Comparator.comparing(NavigationEntry::stage).thenComparingInt(NavigationEntry::order))
                .toList();
        this.engine = TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.boucle.app.pages.generated");
    }

    public Page page(Exchange exchange, String titleKey) {
        List<NavigationEntry> allowed = navigation.stream()
                .filter(entry -> entry.access().open()
                        || exchange.account().filter(entry.access()::allows).isPresent())
                .toList();
        return new Page(house, assets, exchange, exchange.text(titleKey), allowed);
    }

    public String render(String template, Map<String, Object> model) {
        StringOutput output = new StringOutput(16_384);
        engine.render(template, model, output);
        return output.toString();
    }
}
