import type { OwnCall } from "./curl-call.ts";

/** Everything that a program needs to make one call as a client with a secret. */
export interface Connection extends OwnCall {
  /** The base address of the Admin API with its relative path, without a trailing slash. */
  readonly adminBaseUrl: string;
  /** The realm of the client, where it gets its tokens. */
  readonly realm: string;
  /** The called realm; it differs only for clients of `master`. */
  readonly administeredRealm: string;
  /** The path template of the call, such as `/users`, as the catalog names it. */
  readonly path: string;
}
