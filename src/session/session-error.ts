/** Why there is no access token. */
export type SessionFailure =
  /** The session is gone, or the server wants the person to do something first. */
  | "signInNeeded"
  /** The person has just signed in again, and the login still can't answer without asking. */
  | "alwaysAsks"
  /** Somebody else signed in meanwhile in the same browser. */
  | "otherUser"
  /** The server could not be reached, or not in time. */
  | "unreachable"
  /** The request was redirected to another address, which was not asked. */
  | "redirected"
  /** The client is not let in; the cause is what the server says. */
  | "refused"
  /** The request of a client is refused for another reason than what it signs in with; the cause says it. */
  | "requestRefused"
  /** The answer is not one that this sign-in asked for. */
  | "untrusted";

/** No access token could be had. */
export class SessionError extends Error {
  override readonly name = "SessionError";
  readonly failure: SessionFailure;

  constructor(failure: SessionFailure, cause?: unknown) {
    super(`Silent sign-in failed: ${failure}`, { cause });
    this.failure = failure;
  }
}
