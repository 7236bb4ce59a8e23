package org.boucle.app.solver;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolverParameters;
import com.google.ortools.linearsolver.MPVariable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.boucle.features.territory.linear.LinearModel;
import org.boucle.features.territory.linear.LinearSolver.Limits;
import org.boucle.features.territory.linear.Outcome;

/**
 * The worker process: reads on standard input the path of a model, solves it, writes the outcome beside it and says so.
 * It ends when its input ends, or after a minute without work.
 */
public final class SolverWorker {
    static final String DONE = "boucle-done ";
    private static final long IDLE_MILLIS = 60_000;

    private SolverWorker() {}

    public static void main(String[] arguments) throws IOException {
        AtomicLong lastWork = new AtomicLong(System.currentTimeMillis());
        Thread.ofPlatform().daemon().start(() -> endWhenIdle(lastWork));
        NativeLibrary.load();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            lastWork.set(Long.MAX_VALUE);
            Path file = Path.of(line);
            ModelFile.write(answerOf(file), answer(file));
            System.out.println(DONE + line);
            System.out.flush();
            lastWork.set(System.currentTimeMillis());
        }
    }

    static Path answerOf(Path model) {
        return model.resolveSibling(model.getFileName() + ".answer");
    }

    private static void endWhenIdle(AtomicLong lastWork) {
        try {
            while (System.currentTimeMillis() - lastWork.get() < IDLE_MILLIS) {
                Thread.sleep(5_000);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(0);
    }

    private static Outcome answer(Path file) {
        try {
            ModelFile.Request request = ModelFile.read(file);
            return solve(request.model(), request.limits());
        } catch (IOException | RuntimeException failure) {
            return new Outcome.Failed(String.valueOf(failure));
        }
    }

    /** Whole numbers by HiGHS, or SCIP where this build lacks it; without them by the simplex of GLOP. */
    private static MPSolver solver(LinearModel model) {
        boolean whole = false;
        for (boolean each : model.whole()) {
            whole |= each;
        }
        for (String name : whole ? new String[] {"HIGHS", "SCIP"} : new String[] {"GLOP"}) {
            MPSolver solver = MPSolver.createSolver(System.getProperty("boucle.solver", name));
            if (solver != null) {
                return solver;
            }
        }
        throw new IllegalStateException("This build of OR-Tools has none of the solvers asked for");
    }

    private static Outcome solve(LinearModel model, Limits limits) {
        long start = System.nanoTime();
        MPSolver solver = solver(model);
        MPConstraint[] rows = new MPConstraint[model.rows()];
        MPVariable[] variables = fill(solver, model, rows);
        MPSolverParameters parameters = new MPSolverParameters();
        parameters.setDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, limits.gap());
        solver.setTimeLimit((long) Math.ceil(limits.seconds() * 1000));
        MPSolver.ResultStatus status = solver.solve(parameters);
        double seconds = (System.nanoTime() - start) / 1e9;
        Outcome outcome = switch (status) {
            case OPTIMAL, FEASIBLE -> solved(model, solver, variables, rows, seconds, status);
            case INFEASIBLE -> new Outcome.Infeasible();
            case UNBOUNDED -> new Outcome.Unbounded();
            case NOT_SOLVED -> new Outcome.OutOfTime(seconds);
            case ABNORMAL, MODEL_INVALID -> new Outcome.Failed("The solver ended with " + status);
        };
        solver.delete();
        return outcome;
    }

    private static MPVariable[] fill(MPSolver solver, LinearModel model, MPConstraint[] rows) {
        MPVariable[] variables = new MPVariable[model.variables()];
        MPObjective objective = solver.objective();
        for (int i = 0; i < variables.length; i++) {
            variables[i] = solver.makeVar(model.low()[i], model.high()[i], model.whole()[i], "");
            objective.setCoefficient(variables[i], model.cost()[i]);
        }
        objective.setOptimizationDirection(model.maximise());
        for (int row = 0; row < model.rows(); row++) {
            MPConstraint constraint = solver.makeConstraint(model.rowLow()[row], model.rowHigh()[row], "");
            for (int k = model.rowStart()[row]; k < model.rowStart()[row + 1]; k++) {
                constraint.setCoefficient(variables[model.columns()[k]], model.entries()[k]);
            }
            rows[row] = constraint;
        }
        return variables;
    }

    private static Outcome solved(
            LinearModel model,
            MPSolver solver,
            MPVariable[] variables,
            MPConstraint[] rows,
            double seconds,
            MPSolver.ResultStatus status) {
        double[] point = new double[variables.length];
        boolean whole = false;
        for (int i = 0; i < point.length; i++) {
            point[i] = variables[i].solutionValue();
            whole |= model.whole()[i];
        }
        double value = model.value(point);
        double bound = whole ? solver.objective().bestBound() : value;
        if (!whole && status != MPSolver.ResultStatus.OPTIMAL) {
            bound = model.maximise() ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        }
        double[] prices = new double[whole ? 0 : rows.length];
        for (int row = 0; row < prices.length; row++) {
            prices[row] = rows[row].dualValue();
        }
        return new Outcome.Solved(value, bound, point, prices, seconds);
    }
}
