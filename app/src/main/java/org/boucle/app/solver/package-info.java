/**
 * Runs the mathematical solver (OR-Tools) in a process of its own: a crash there is an answer, never a dead server. The
 * models are plain data of the features.
 */
package org.boucle.app.solver;
