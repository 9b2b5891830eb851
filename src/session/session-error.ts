/** Why there is no access token. */
export type SessionFailure =
  /** The session has expired, or the server needs an action of the person first. */
  | "signInNeeded"
  /** The person has just signed in again, but the login still asks for credentials. */
  | "alwaysAsks"
  /** Another person has signed in in the same browser. */
  | "otherUser"
  /** The server couldn't be reached in time. */
  | "unreachable"
  /** The request was redirected to another address, and the redirect wasn't followed. */
  | "redirected"
  /** The client's sign-in is refused; the cause is the server's message. */
  | "refused"
  /**
   * The client's request is rejected for a reason other than its credentials; the cause is the
   * server's message.
   */
  | "requestRefused"
  /** The answer doesn't belong to this sign-in. */
  | "untrusted";

/** No access token is available. */
export class SessionError extends Error {
  override readonly name = "SessionError";
  readonly failure: SessionFailure;

  constructor(failure: SessionFailure, cause?: unknown) {
    super(`Silent sign-in failed: ${failure}`, { cause });
    this.failure = failure;
  }
}
