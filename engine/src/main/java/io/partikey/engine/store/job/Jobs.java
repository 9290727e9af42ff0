package io.partikey.engine.store.job;

import io.partikey.engine.backend.BackgroundJob;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The jobs of one database. Thread-safe. */
public final class Jobs {
  private final String database;
  private final Clock clock;
  private final JobLog log;
  private final List<Job> jobs = new CopyOnWriteArrayList<>();

  /**
   * Without a job yet.
   *
   * @param database what log and errors call the database
   */
  public Jobs(String database, Clock clock) {
    this(database, clock, System.getLogger(JobLog.NAME));
  }

  Jobs(String database, Clock clock, System.Logger logger) {
    this.database = database;
    this.clock = clock;
    this.log = new JobLog(database, logger, System::nanoTime);
  }

  /**
   * Begins a job that has a turn again and again.
   *
   * @param pause between the end of a turn and the next one
   * @throws EngineException with {@code CANNOT_OPEN} if the system gives it no thread
   */
  public Job repeat(String name, String purpose, Duration pause, Runnable work) {
    return begin(new Job(name, purpose, true, pause, work, clock, log));
  }

  /**
   * Begins a job that has a turn when it is woken.
   *
   * @param pause after which a turn that failed is tried again
   * @throws EngineException with {@code CANNOT_OPEN} if the system gives it no thread
   */
  public Job onDemand(String name, String purpose, Duration pause, Runnable work) {
    return begin(new Job(name, purpose, false, pause, work, clock, log));
  }

  private Job begin(Job job) {
    try {
      job.start();
    } catch (OutOfMemoryError noThread) {
      throw new EngineException(
          ErrorCode.CANNOT_OPEN,
          database
              + " cannot be opened: the system gives it no thread. Raise the limit of the process"
              + " (ulimit -u), or end what uses too many.",
          noThread);
    }
    jobs.add(job);
    return job;
  }

  /** How the jobs go, in the order in which they were begun. */
  public List<BackgroundJob> status() {
    return jobs.stream().map(Job::status).toList();
  }

  /** Tells all jobs to end; the turns that run are interrupted. */
  public void stop() {
    jobs.forEach(Job::stop);
  }

  /** Waits until all jobs have ended, also when interrupted, which is kept. */
  public void awaitEnd() {
    boolean interrupted = false;
    for (Job job : jobs) {
      boolean ended = false;
      while (!ended) {
        try {
          job.join();
          ended = true;
        } catch (InterruptedException again) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
