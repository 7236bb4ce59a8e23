package org.boucle.app.footprint;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.boucle.app.footprint.imports.LinkedDatabase;
import org.boucle.app.footprint.imports.LinkedDatabase.Activity;
import org.boucle.app.footprint.imports.LinkedDatabase.Intervention;
import org.boucle.core.impact.lca.LifeCycleDatabase;
import org.boucle.core.impact.lca.Spread;
import org.boucle.core.impact.lca.Spreads;
import org.boucle.core.impact.solver.SparseMatrix;

/** A linked database as compressed bytes for the store. Only this class writes them, so only what it wrote is read. */
final class DatabaseBytes {
    private static final int VERSION = 1;

    private DatabaseBytes() {}

    static byte[] write(LinkedDatabase database) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(bytes, 1 << 16))) {
            out.writeInt(VERSION);
            out.writeInt(database.activities().size());
            for (Activity a : database.activities()) {
                text(out, a.id(), a.process(), a.product(), a.unit(), a.location());
                out.writeInt(a.year());
                out.writeDouble(a.amount());
                out.writeBoolean(a.waste());
                out.writeDouble(a.share());
            }
            out.writeInt(database.interventions().size());
            for (Intervention i : database.interventions()) {
                text(out, i.name(), i.compartment(), i.unit(), i.location());
            }
            out.writeInt(database.categories().size());
            text(out, database.categories().toArray(String[]::new));
            matrix(out, database.matrices().technosphere());
            matrix(out, database.matrices().biosphere());
            matrix(out, database.factors());
            spreads(out, database.technosphere());
            spreads(out, database.biosphere());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }

    private static void text(DataOutputStream out, String... texts) throws IOException {
        for (String text : texts) {
            out.writeUTF(text.length() <= 10_000 ? text : text.substring(0, 10_000));
        }
    }

    private static void matrix(DataOutputStream out, SparseMatrix matrix) throws IOException {
        out.writeInt(matrix.rows());
        out.writeInt(matrix.columns());
        out.writeInt(matrix.entries());
        for (int j = 0; j < matrix.columns(); j++) {
            for (int p = matrix.columnStart(j); p < matrix.columnStart(j + 1); p++) {
                out.writeInt(matrix.rowAt(p));
                out.writeInt(j);
                out.writeDouble(matrix.valueAt(p));
            }
        }
    }

    private static void spreads(DataOutputStream out, Spreads spreads) throws IOException {
        out.writeInt(spreads.size());
        for (int p = 0; p < spreads.size(); p++) {
            switch (spreads.get(p)) {
                case Spread.Certain none -> out.writeByte(0);
                case Spread.Lognormal l -> numbers(out, 1, l.sigma());
                case Spread.Normal n -> numbers(out, 2, n.deviation());
                case Spread.Triangular t -> numbers(out, 3, t.low(), t.mode(), t.high());
                case Spread.Uniform u -> numbers(out, 4, u.low(), u.high());
            }
        }
    }

    private static void numbers(DataOutputStream out, int kind, double... values) throws IOException {
        out.writeByte(kind);
        for (double value : values) {
            out.writeDouble(value);
        }
    }

    static LinkedDatabase read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new java.io.BufferedInputStream(
                new GZIPInputStream(new ByteArrayInputStream(bytes), 1 << 16), 1 << 16))) {
            if (in.readInt() != VERSION) {
                throw new IOException("not a database of version " + VERSION);
            }
            List<Activity> activities = new ArrayList<>();
            for (int k = in.readInt(); k > 0; k--) {
                activities.add(new Activity(
                        in.readUTF(),
                        in.readUTF(),
                        in.readUTF(),
                        in.readUTF(),
                        in.readUTF(),
                        in.readInt(),
                        in.readDouble(),
                        in.readBoolean(),
                        in.readDouble()));
            }
            List<Intervention> interventions = new ArrayList<>();
            for (int k = in.readInt(); k > 0; k--) {
                interventions.add(new Intervention(in.readUTF(), in.readUTF(), in.readUTF(), in.readUTF()));
            }
            List<String> categories = new ArrayList<>();
            for (int k = in.readInt(); k > 0; k--) {
                categories.add(in.readUTF());
            }
            LifeCycleDatabase matrices = new LifeCycleDatabase(matrix(in), matrix(in));
            return new LinkedDatabase(
                    activities, interventions, categories, matrices, matrix(in), spreads(in), spreads(in));
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "A stored database cannot be read. Maybe it was written by a newer" + " version?", failure);
        }
    }

    private static SparseMatrix matrix(DataInputStream in) throws IOException {
        int rows = in.readInt();
        int columns = in.readInt();
        int entries = in.readInt();
        int[] row = new int[entries];
        int[] column = new int[entries];
        double[] value = new double[entries];
        for (int p = 0; p < entries; p++) {
            row[p] = in.readInt();
            column[p] = in.readInt();
            value[p] = in.readDouble();
        }
        return SparseMatrix.of(rows, columns, row, column, value);
    }

    private static Spreads spreads(DataInputStream in) throws IOException {
        List<Spread> spreads = new ArrayList<>();
        for (int k = in.readInt(); k > 0; k--) {
            int kind = in.readByte();
            spreads.add(
                    switch (kind) {
                        case 0 -> Spread.Certain.INSTANCE;
                        case 1 -> new Spread.Lognormal(in.readDouble());
                        case 2 -> new Spread.Normal(in.readDouble());
                        case 3 -> new Spread.Triangular(in.readDouble(), in.readDouble(), in.readDouble());
                        case 4 -> new Spread.Uniform(in.readDouble(), in.readDouble());
                        default -> throw new IOException("no spread of kind " + kind);
                    });
        }
        return Spreads.of(spreads);
    }
}
