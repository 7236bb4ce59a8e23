/**
 * Life-cycle assessment on matrices (Heijungs and Suh): technosphere A with one column for each activity and one row
 * for each product (outputs positive, inputs negative), interventions B, characterisation C.
 *
 * <p>For a demand f the scaling is s = A<sup>-1</sup> f, the inventory g = B s and the impacts h = C g. The engine goes
 * the other way round first: it solves A<sup>T</sup> &Lambda; = (C B)<sup>T</sup> once, after which every footprint is
 * the dot product &Lambda;<sup>T</sup> f, every node of a contribution tree one multiplication, and every sensitivity
 * the product of an intensity and a scaling.
 */
package org.boucle.core.impact.lca;
