import type { OwnCall } from "./curl-call.ts";

/** What a program needs to know to make one call as a client with a secret. */
export interface Connection extends OwnCall {
  /** Where the Admin API answers, relative path included, without a slash at the end. */
  readonly adminBaseUrl: string;
  /** The realm of the client, where it gets its tokens. */
  readonly realm: string;
  /** The realm that is called: another one for clients of `master` alone. */
  readonly administeredRealm: string;
  /** The path template of the call, such as `/users`, as the catalog names it. */
  readonly path: string;
}
