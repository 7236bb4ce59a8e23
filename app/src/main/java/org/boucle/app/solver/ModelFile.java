package org.boucle.app.solver;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.boucle.features.territory.linear.LinearModel;
import org.boucle.features.territory.linear.LinearSolver.Limits;
import org.boucle.features.territory.linear.Outcome;

/** Models and outcomes as binary files between the server and its worker; both ends are of one version. */
final class ModelFile {
    private ModelFile() {}

    record Request(LinearModel model, Limits limits) {}

    static void write(Path file, LinearModel model, Limits limits) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.writeDouble(limits.seconds());
            out.writeDouble(limits.gap());
            out.writeBoolean(model.maximise());
            doubles(out, model.cost());
            doubles(out, model.low());
            doubles(out, model.high());
            for (boolean whole : model.whole()) {
                out.writeBoolean(whole);
            }
            ints(out, model.rowStart());
            ints(out, model.columns());
            doubles(out, model.entries());
            doubles(out, model.rowLow());
            doubles(out, model.rowHigh());
        }
    }

    static Request read(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            Limits limits = new Limits(in.readDouble(), in.readDouble());
            boolean maximise = in.readBoolean();
            double[] cost = doubles(in);
            double[] low = doubles(in);
            double[] high = doubles(in);
            boolean[] whole = new boolean[cost.length];
            for (int i = 0; i < whole.length; i++) {
                whole[i] = in.readBoolean();
            }
            int[] rowStart = ints(in);
            int[] columns = ints(in);
            double[] entries = doubles(in);
            return new Request(
                    new LinearModel(
                            maximise, cost, low, high, whole, rowStart, columns, entries, doubles(in), doubles(in)),
                    limits);
        }
    }

    static void write(Path file, Outcome outcome) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            switch (outcome) {
                case Outcome.Solved solved -> {
                    out.writeByte(0);
                    out.writeDouble(solved.value());
                    out.writeDouble(solved.bound());
                    out.writeDouble(solved.seconds());
                    doubles(out, solved.point());
                    doubles(out, solved.prices());
                }
                case Outcome.Infeasible none -> out.writeByte(1);
                case Outcome.Unbounded none -> out.writeByte(2);
                case Outcome.OutOfTime late -> {
                    out.writeByte(3);
                    out.writeDouble(late.seconds());
                }
                case Outcome.Failed failed -> {
                    out.writeByte(4);
                    out.writeUTF(failed.reason());
                }
            }
        }
    }

    static Outcome readOutcome(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            int kind = in.readByte();
            return switch (kind) {
                case 0 -> {
                    double value = in.readDouble();
                    double bound = in.readDouble();
                    double seconds = in.readDouble();
                    yield new Outcome.Solved(value, bound, doubles(in), doubles(in), seconds);
                }
                case 1 -> new Outcome.Infeasible();
                case 2 -> new Outcome.Unbounded();
                case 3 -> new Outcome.OutOfTime(in.readDouble());
                case 4 -> new Outcome.Failed(in.readUTF());
                default -> throw new IOException("Answer of kind " + kind);
            };
        }
    }

    private static void doubles(DataOutputStream out, double[] values) throws IOException {
        out.writeInt(values.length);
        for (double value : values) {
            out.writeDouble(value);
        }
    }

    private static double[] doubles(DataInputStream in) throws IOException {
        double[] values = new double[in.readInt()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readDouble();
        }
        return values;
    }

    private static void ints(DataOutputStream out, int[] values) throws IOException {
        out.writeInt(values.length);
        for (int value : values) {
            out.writeInt(value);
        }
    }

    private static int[] ints(DataInputStream in) throws IOException {
        int[] values = new int[in.readInt()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readInt();
        }
        return values;
    }
}
