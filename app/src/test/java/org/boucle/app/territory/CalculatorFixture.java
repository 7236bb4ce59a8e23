package org.boucle.app.territory;

import static org.assertj.core.api.Assertions.assertThat;

import org.boucle.app.server.Json;
import org.boucle.app.solver.SolverProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import tools.jackson.databind.JsonNode;

/** The calculator with a real solver, and its answers as its users read them. */
abstract class CalculatorFixture {
    static Calculator calculator;
    private static SolverProcess solver;

    @BeforeAll
    static void start() {
        solver = new SolverProcess();
        calculator = new Calculator(solver);
    }

    @AfterAll
    static void stop() {
        solver.close();
    }

    static JsonNode json(Object answer) {
        return Json.read(Json.write(answer));
    }

    static double at(JsonNode node, String name) {
        assertThat(node.path(name).isNumber()).as("%s in %s", name, node).isTrue();
        return node.path(name).asDouble();
    }
}
