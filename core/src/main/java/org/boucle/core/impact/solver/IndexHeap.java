package org.boucle.core.impact.solver;

import java.util.Arrays;

/** A binary heap of the numbers 0..n-1 ordered by a key that may change; ties go to the smaller number. */
final class IndexHeap {
    private final long[] key;
    private final int[] heap;
    private final int[] place;
    private int size;

    IndexHeap(int capacity) {
        key = new long[capacity];
        heap = new int[capacity];
        place = new int[capacity];
        Arrays.fill(place, -1);
    }

    boolean isEmpty() {
        return size == 0;
    }

    boolean holds(int item) {
        return place[item] >= 0;
    }

    long key(int item) {
        return key[item];
    }

    int first() {
        return heap[0];
    }

    /** Adds an item or moves it to where its new key belongs. */
    void put(int item, long newKey) {
        if (place[item] < 0) {
            key[item] = newKey;
            heap[size] = item;
            place[item] = size++;
            up(place[item]);
        } else if (newKey != key[item]) {
            boolean smaller = newKey < key[item];
            key[item] = newKey;
            if (smaller) {
                up(place[item]);
            } else {
                down(place[item]);
            }
        }
    }

    int removeFirst() {
        int first = heap[0];
        int last = heap[--size];
        place[first] = -1;
        if (size > 0) {
            heap[0] = last;
            place[last] = 0;
            down(0);
        }
        return first;
    }

    private boolean before(int a, int b) {
        return key[a] < key[b] || (key[a] == key[b] && a < b);
    }

    private void up(int position) {
        int item = heap[position];
        int at = position;
        while (at > 0 && before(item, heap[(at - 1) / 2])) {
            set(at, heap[(at - 1) / 2]);
            at = (at - 1) / 2;
        }
        set(at, item);
    }

    private void down(int position) {
        int item = heap[position];
        int at = position;
        for (int child = 2 * at + 1; child < size; child = 2 * at + 1) {
            if (child + 1 < size && before(heap[child + 1], heap[child])) {
                child++;
            }
            if (!before(heap[child], item)) {
                break;
            }
            set(at, heap[child]);
            at = child;
        }
        set(at, item);
    }

    private void set(int position, int item) {
        heap[position] = item;
        place[item] = position;
    }
}
