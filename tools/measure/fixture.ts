import type { Lab } from "./lab.ts";

/** How a call is made, beyond what its template says. */
export interface CallDetails {
  /** Values of the path's parameters after the realm, from the left; others are the lab's known ones. */
  readonly params?: readonly string[];
  /** Without the question mark. */
  readonly query?: string;
  readonly body?: unknown;
  readonly mediaType?: string;
  /** Another realm with its callers, for a call that takes the realm away. */
  readonly within?: { readonly lab: Lab; readonly tokenOf: TokenOf };
  /** Whose answers the others are compared with, where an administrator of `master` is refused. */
  readonly administrator?: "realm-admin";
}

/** An access token of a client whose service account has exactly these roles; no roles: an administrator's. */
export type TokenOf = (
  roles: readonly string[] | "administrator",
  options?: { readonly isNew?: boolean },
) => Promise<string>;

/**
 * Makes what a call needs. It runs before the first call and again after each call that wasn't
 * refused, since that one may have used its target up. A text instead says why the call isn't made.
 */
export type Fixture = ((lab: Lab) => CallDetails | Promise<CallDetails>) | string;

/** Fixtures by {@link import("../../src/catalog/call-template.ts").callKey}. */
export type Fixtures = readonly (readonly [callKey: string, fixture: Fixture])[];
