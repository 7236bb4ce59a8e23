package org.boucle.features.territory.matching;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Flows of one signature, cut into boxes by place, amount and one property window (a k-d tree; Bentley 1975). A box
 * tells the best score that anything in it could reach, so that a search for the best few opens few boxes.
 */
final class FlowTree {
    private static final int LEAF = 12;
    /** Place x, y, z in km, logarithm of the amount. */
    private static final int AXES = 4;

    private final Prepared[] flows;
    private final Prepared.Key key;
    private final double[][] low;
    private final double[][] high;
    private final double[] keyLow;
    private final double[] keyHigh;
    private final double[] bestLegal;
    private final boolean[] isFree;
    private final int[] from;
    private final int[] to;
    private final int[] left;
    private final double[] axisScale;
    private int nodes;

    /** @param axisScale how much of the score one unit along an axis is worth, to cut where it matters */
    FlowTree(Prepared[] members, Prepared.Key key, double[] axisScale) {
        this.flows = members.clone();
        this.key = key;
        this.axisScale = axisScale.clone();
        int capacity = Math.max(1, 4 * (members.length / LEAF + 1));
        low = new double[capacity][];
        high = new double[capacity][];
        keyLow = new double[capacity];
        keyHigh = new double[capacity];
        bestLegal = new double[capacity];
        isFree = new boolean[capacity];
        from = new int[capacity];
        to = new int[capacity];
        left = new int[capacity];
        nodes = 1;
        build(0, 0, members.length, 0);
    }

    Prepared.Key key() {
        return key;
    }

    int size() {
        return flows.length;
    }

    private void build(int node, int start, int end, int depth) {
        from[node] = start;
        to[node] = end;
        bound(node);
        left[node] = -1;
        if (end - start <= LEAF) {
            return;
        }
        Arrays.sort(flows, start, end, order(node, depth));
        int middle = (start + end) >>> 1;
        int first = nodes;
        nodes += 2;
        left[node] = first;
        build(first, start, middle, depth + 1);
        build(first + 1, middle, end, depth + 1);
    }

    private void bound(int node) {
        double[] lo = new double[AXES];
        double[] hi = new double[AXES];
        Arrays.fill(lo, Double.POSITIVE_INFINITY);
        Arrays.fill(hi, Double.NEGATIVE_INFINITY);
        keyLow[node] = Double.POSITIVE_INFINITY;
        keyHigh[node] = Double.NEGATIVE_INFINITY;
        for (int i = from[node]; i < to[node]; i++) {
            for (int axis = 0; axis < AXES; axis++) {
                double value = at(flows[i], axis);
                lo[axis] = Math.min(lo[axis], value);
                hi[axis] = Math.max(hi[axis], value);
            }
            keyLow[node] = Math.min(keyLow[node], flows[i].low(key));
            keyHigh[node] = Math.max(keyHigh[node], flows[i].high(key));
            bestLegal[node] = Math.max(bestLegal[node], flows[i].legal);
            isFree[node] |= flows[i].canGoAnywhere();
        }
        low[node] = lo;
        high[node] = hi;
    }

    /** Every third cut goes along the property, where there is one; the others where the score falls fastest. */
    private Comparator<Prepared> order(int node, int depth) {
        if (depth % 3 == 2 && !key.equals(Prepared.Key.NONE)) {
            return Comparator.<Prepared>comparingDouble(flow -> middle(flow)).thenComparingDouble(flow -> flow.x);
        }
        int widest = 0;
        double most = -1;
        for (int axis = 0; axis < AXES; axis++) {
            double spread = (high[node][axis] - low[node][axis]) * axisScale[axis];
            if (spread > most) {
                most = spread;
                widest = axis;
            }
        }
        int axis = widest;
        return Comparator.comparingDouble(flow -> at(flow, axis));
    }

    private double middle(Prepared flow) {
        double lo = flow.low(key);
        double hi = flow.high(key);
        return Double.isInfinite(lo) ? hi : Double.isInfinite(hi) ? lo : (lo + hi) / 2;
    }

    private static double at(Prepared flow, int axis) {
        return switch (axis) {
            case 0 -> flow.x;
            case 1 -> flow.y;
            case 2 -> flow.z;
            default -> flow.logAmount;
        };
    }

    /** Logarithm of the best score that anything in the tree could reach. */
    double bound(Search search) {
        return boundOf(0, search);
    }

    /** Offers to the search everything that could still be among its best. */
    void search(Search search) {
        if (search.isWorth(boundOf(0, search))) {
            visit(0, search);
        }
    }

    private void visit(int node, Search search) {
        if (left[node] < 0) {
            for (int i = from[node]; i < to[node]; i++) {
                search.offer(flows[i]);
            }
            return;
        }
        int a = left[node];
        int b = a + 1;
        double boundA = boundOf(a, search);
        double boundB = boundOf(b, search);
        int first = boundA >= boundB ? a : b;
        int second = first == a ? b : a;
        if (search.isWorth(Math.max(boundA, boundB))) {
            visit(first, search);
        }
        if (search.isWorth(Math.min(boundA, boundB))) {
            visit(second, search);
        }
    }

    /** Logarithm of the best score in the box, −∞ where a gate closes the whole box. */
    private double boundOf(int node, Search search) {
        if (!isFree[node] && !search.flow().canGoAnywhere()) {
            return Double.NEGATIVE_INFINITY;
        }
        if (keyLow[node] - slack(keyLow[node]) > search.keyHigh()
                || keyHigh[node] + slack(keyHigh[node]) < search.keyLow()) {
            return Double.NEGATIVE_INFINITY;
        }
        Prepared me = search.flow();
        double dx = gap(me.x, low[node][0], high[node][0]);
        double dy = gap(me.y, low[node][1], high[node][1]);
        double dz = gap(me.z, low[node][2], high[node][2]);
        double amount = gap(search.logAmount(), low[node][3], high[node][3]);
        return search.bound(Math.sqrt(dx * dx + dy * dy + dz * dz), amount, bestLegal[node]);
    }

    private static double slack(double value) {
        return Double.isInfinite(value) ? 0 : 1e-6 * Math.max(1, Math.abs(value));
    }

    private static double gap(double value, double lo, double hi) {
        return value < lo ? lo - value : Math.max(0, value - hi);
    }
}
