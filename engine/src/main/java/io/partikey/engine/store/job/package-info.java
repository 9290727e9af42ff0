/**
 * The work that nobody waits for. Every job has a thread of its own from the opening of the
 * database to its end: none is to be made when the heap or the system has nothing left, and a long
 * turn of one does not put another off. Whatever a turn throws, the job notes it, tells the log
 * once, and has its next turn.
 */
@NullMarked
package io.partikey.engine.store.job;

import org.jspecify.annotations.NullMarked;
