import type { TimedRun } from "../programs/run-timed.ts";

/** Roles that a program assigns to a service account. */
export interface ProgramJob {
  readonly realm: string;
  readonly clientId: string;
  /** Where Keycloak answers: a proxy that counts. */
  readonly server: string;
  readonly username: string;
  readonly password: string;
  /** A folder of its own. */
  readonly folder: string;
  /** Changes what is written, such as a role's name into one that doesn't exist. */
  readonly edit: (text: string) => string;
  readonly signal: AbortSignal;
}

/** A job that is written down, and signed in or set up where the program needs that once. */
export interface PreparedJob extends AsyncDisposable {
  /** What was written for it: commands or code. */
  readonly text: string;
  /** Assigns the roles. A program that fails says so by its exit code. */
  readonly apply: () => Promise<TimedRun>;
  /** Says what it would change; undefined where the program can't. */
  readonly preview?: () => Promise<TimedRun>;
}

/** A program that assigns roles. */
export interface ProgramWay {
  readonly name: string;
  readonly prepare: (job: ProgramJob) => Promise<PreparedJob>;
}

/** Exit codes with which these programs say that they failed. */
export const failureCodes = [1, 2, 4];
