import type { TokenAnswer } from "./oracle/client-token.ts";

/**
 * What a call of the client came to: it was answered with all that an administrator of the server gets, with less
 * than that, or not.
 */
export type CallTruth = "whole" | "part" | "refused";

/** What is true of roles that were to be unassigned by a workflow of this extension. */
export interface EndTruth {
  /** When the server does it, by its schedule, or was to do it; in milliseconds since 1970. */
  readonly at: number;
  readonly isScheduled: boolean;
  readonly roles: readonly string[];
  readonly isAnyAssigned: boolean;
}

/** What is true of a state, as an administrator of the whole server and the client itself find it. */
export interface Truth {
  /** Whether the client had a service-account user before anybody asked. */
  readonly account: "exists" | "none";
  /** Whether that user was made while the product read. */
  readonly isMadeByReading: boolean;
  readonly accountEnabled: boolean | undefined;
  readonly client: {
    readonly enabled: boolean;
    readonly publicClient: boolean;
    readonly bearerOnly: boolean;
    readonly serviceAccountsEnabled: boolean;
    readonly isBound: boolean;
  };
  readonly realm: {
    readonly enabled: boolean;
    readonly notBefore: number;
    readonly sslRequired: string;
  };
  /** The admin roles that the account has in effect. */
  readonly effective: ReadonlySet<string>;
  /** Those of them that are in the client's scope. */
  readonly inScope: ReadonlySet<string>;
  /** Whether it has every admin role of the realm in effect that Keycloak makes. */
  readonly isRealmAdmin: boolean;
  readonly token: Pick<TokenAnswer, "kind"> & { readonly said?: string };
  /** Undefined where the server has no workflows. */
  readonly ends: readonly EndTruth[] | undefined;
  /** By the ids of the calls. */
  readonly calls: ReadonlyMap<string, CallTruth>;
}
