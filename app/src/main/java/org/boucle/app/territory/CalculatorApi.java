package org.boucle.app.territory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.boucle.app.accounts.Access;
import org.boucle.app.server.ApiDoc;
import org.boucle.app.server.Exchange;
import org.boucle.app.server.Routes;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Place;

/** The engines as calculators: a problem in the body, JSON or CSV, its answer back; nothing is kept. */
final class CalculatorApi {
    private static final int LONGEST = 4 << 20;
    private static final String STREAMS =
            "{\"dTmin\":10,\"streams\":[{\"id\":\"H1\",\"supply\":170,\"target\":60,\"cp\":3},"
                    + "{\"id\":\"C1\",\"supply\":20,\"target\":135,\"cp\":2}]}";
    private static final String WATER = "{\"processes\":[{\"id\":\"P1\",\"inlet\":0,\"outlet\":100,\"load\":2000}]}";
    private static final String EXCHANGE =
            "{\"donors\":[{\"id\":\"a\",\"available\":10}],\"receivers\":[{\"id\":\"b\",\"demand\":8}],"
                    + "\"links\":[{\"from\":\"a\",\"to\":\"b\",\"eur\":5,\"fixed\":10,\"lot\":1,\"kg\":2}]}";
    private static final String TRANSPORT = "{\"supply\":[5,5],\"demand\":[4,6],\"cost\":[[1,2],[3,1]]}";
    private static final String GAME = "{\"players\":[\"a\",\"b\"],\"values\":{\"a,b\":10}}";

    private final Calculator calculator;

    CalculatorApi(Calculator calculator) {
        this.calculator = calculator;
    }

    void routes(Routes routes) {
        post(
                routes,
                "pinch",
                "Heat cascade of streams: utilities, pinches, curves",
                STREAMS,
                text -> calculator.pinch(text, 10));
        post(routes, "water", "Least fresh water of processes, or of sinks and sources", WATER, calculator::water);
        post(routes, "exchange", "Exchanges that earn most, with the proven bound", EXCHANGE, calculator::exchange);
        post(routes, "transport", "Transportation problem", TRANSPORT, calculator::transport);
        post(routes, "shapley", "Shapley value and core of a game", GAME, calculator::shapley);
    }

    private static void post(
            Routes routes, String name, String summary, String example, Function<String, Object> work) {
        routes.post(
                "/api/territory/calculators/" + name,
                Access.SIGNED_IN,
                ApiDoc.of("territory", summary).body("application/json", example),
                exchange -> exchange.json(work.apply(text(exchange))));
    }

    private static String text(Exchange exchange) {
        try {
            byte[] bytes = exchange.body().readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST || bytes.length == 0) {
                throw BadInput.of(Place.WHOLE, bytes.length == 0 ? "json.empty" : "territory.problem.long");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
