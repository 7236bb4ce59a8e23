package org.boucle.app.territory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import org.boucle.app.server.Json;
import org.boucle.app.solver.SolverProcess;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The engines on a problem in a file, JSON or CSV; the answer is printed as JSON. */
abstract class CalculatorCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The problem, JSON or CSV")
    private Path file;

    @Spec
    private CommandSpec spec;

    private final BiFunction<Calculator, String, Object> work;

    CalculatorCommand(BiFunction<Calculator, String, Object> work) {
        this.work = work;
    }

    @Override
    public Integer call() throws IOException {
        try (SolverProcess solver = new SolverProcess()) {
            Object answer = work.apply(new Calculator(solver), Files.readString(file));
            spec.commandLine().getOut().println(Json.write(answer));
            spec.commandLine().getOut().flush();
        }
        return 0;
    }

    /** Heat cascades. */
    @Command(name = "pinch", description = "Heat cascade of streams: utilities, pinches, curves")
    static final class Pinch implements Callable<Integer> {
        @Parameters(paramLabel = "FILE", description = "Streams, JSON or CSV")
        private Path file;

        @Option(
                names = "--dt",
                defaultValue = "10",
                description = "Least difference, K, where the file does not say (default: ${DEFAULT-VALUE})")
        private double difference;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() throws IOException {
            Object answer = HeatProblem.solve(ProblemReader.tree(Files.readString(file)), difference);
            spec.commandLine().getOut().println(Json.write(answer));
            spec.commandLine().getOut().flush();
            return 0;
        }
    }

    /** Water networks. */
    @Command(name = "water", description = "Least fresh water of processes, or of sinks and sources")
    static final class Water extends CalculatorCommand {
        Water() {
            super(Calculator::water);
        }
    }

    /** Exchange programs. */
    @Command(name = "exchange", description = "Exchanges that earn most, with the proven bound")
    static final class Exchanges extends CalculatorCommand {
        Exchanges() {
            super(Calculator::exchange);
        }
    }

    /** Transportation problems. */
    @Command(name = "transport", description = "Transportation problem")
    static final class Transport extends CalculatorCommand {
        Transport() {
            super(Calculator::transport);
        }
    }

    /** Shapley values. */
    @Command(name = "shapley", description = "Shapley value and core of a game")
    static final class Game extends CalculatorCommand {
        Game() {
            super(Calculator::shapley);
        }
    }
}
