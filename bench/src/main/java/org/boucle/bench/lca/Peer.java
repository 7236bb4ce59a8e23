package org.boucle.bench.lca;

import com.powsybl.math.matrix.LUDecomposition;
import org.boucle.core.impact.solver.LinearSystem;
import org.boucle.core.impact.solver.SparseMatrix;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.DMatrixSparseCSC;
import org.ejml.interfaces.linsol.LinearSolverSparse;
import org.ejml.sparse.FillReducing;
import org.ejml.sparse.csc.factory.LinearSolverFactory_DSCC;
import org.openlca.core.matrix.format.JavaMatrix;
import org.openlca.core.matrix.solvers.Factorization;
import org.openlca.core.matrix.solvers.JavaSolver;

/** A solver to be measured: how it prepares a matrix, and what the prepared matrix can do. */
enum Peer {
    /** This engine. */
    BOUCLE {
        @Override
        Prepared prepare(SparseMatrix a) {
            LinearSystem system = LinearSystem.prepare(a).orThrow();
            return new Prepared() {
                @Override
                public void factorise() {
                    system.withValues(a).orThrow();
                }

                @Override
                public double[] solve(double[] f) {
                    return system.solveOnce(f, 1);
                }
            };
        }
    },
    /** KLU of SuiteSparse through powsybl-math's native library. */
    KLU {
        @Override
        Prepared prepare(SparseMatrix a) {
            LUDecomposition lu = new com.powsybl.math.matrix.SparseMatrix(
                            a.rows(), a.columns(), starts(a), rows(a), a.values())
                    .decomposeLU();
            return new Prepared() {
                @Override
                public void factorise() {
                    lu.update();
                }

                @Override
                public double[] solve(double[] f) {
                    double[] x = f.clone();
                    lu.solve(x);
                    return x;
                }
            };
        }
    },
    /** EJML's sparse LU, in the natural order since it has no fill-reducing order for LU. */
    EJML {
        @Override
        Prepared prepare(SparseMatrix a) {
            DMatrixSparseCSC copy = new DMatrixSparseCSC(a.rows(), a.columns(), a.entries());
            copy.col_idx = starts(a);
            copy.nz_rows = rows(a);
            copy.nz_values = a.values();
            copy.nz_length = a.entries();
            copy.indicesSorted = true;
            LinearSolverSparse<DMatrixSparseCSC, DMatrixRMaj> solver = LinearSolverFactory_DSCC.lu(FillReducing.NONE);
            solver.setA(copy);
            return new Prepared() {
                @Override
                public void factorise() {
                    solver.setA(copy);
                }

                @Override
                public double[] solve(double[] f) {
                    DMatrixRMaj x = new DMatrixRMaj(f.length, 1);
                    solver.solve(new DMatrixRMaj(f.length, 1, true, f), x);
                    return x.data;
                }
            };
        }
    },
    /** openLCA's own Java solver: dense. */
    OPENLCA {
        @Override
        Prepared prepare(SparseMatrix a) {
            JavaMatrix dense = new JavaMatrix(a.rows(), a.columns());
            a.forEach(dense::set);
            Factorization factors = new JavaSolver().factorize(dense);
            return new Prepared() {
                @Override
                public void factorise() {
                    new JavaSolver().factorize(dense);
                }

                @Override
                public double[] solve(double[] f) {
                    return factors.solve(f);
                }
            };
        }
    };

    /** A prepared matrix. */
    interface Prepared {
        /** Factorises again for values in the same pattern. */
        void factorise();

        /** Solves for one right-hand side, without refinement. */
        double[] solve(double[] f);
    }

    abstract Prepared prepare(SparseMatrix a);

    private static int[] starts(SparseMatrix a) {
        int[] starts = new int[a.columns() + 1];
        for (int j = 0; j <= a.columns(); j++) {
            starts[j] = a.columnStart(j);
        }
        return starts;
    }

    private static int[] rows(SparseMatrix a) {
        int[] rows = new int[a.entries()];
        for (int p = 0; p < rows.length; p++) {
            rows[p] = a.rowAt(p);
        }
        return rows;
    }
}
