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

/** What is true of a role that a preset of the realm names, or named. */
export interface PresetRoleTruth {
  /** Such as `billing/write`. */
  readonly name: string;
  readonly exists: boolean;
  readonly isMapped: boolean;
  readonly isInEffect: boolean;
  readonly isInScope: boolean;
  /** Whether Keycloak ships it with roles that the account doesn't have in effect by it. */
  readonly isReduced: boolean;
}

/** What is true of the preset that the realm stores itself and that a state is about. */
export interface OwnPresetTruth {
  /** The ids of all presets that can be read, or what there is instead. */
  readonly store: readonly string[] | "none" | "notOurs";
  /** Undefined where the realm has no such preset, or it can't be read. */
  readonly preset:
    | {
        readonly roles: readonly PresetRoleTruth[];
        /** The earlier revision that the client says it got, with its roles; undefined where it got none, or the latest. */
        readonly earlier:
          | { readonly revision: string; readonly roles: readonly PresetRoleTruth[] }
          | undefined;
        readonly tried: TriedChange;
      }
    | undefined;
}

/** What came of it when the administrator who looks tried to give what a client lacks of a preset, and to take the rest. */
export interface TriedChange {
  /** Whether service accounts were on, or the server let them be turned on for this. */
  readonly account: "asIs" | "turnedOn" | "blocked";
  /** Whether there is, or is by that, an account that roles can be assigned to. */
  readonly hasAccount: boolean;
  /** The names of the roles that the server assigned, and of those that it unassigned. */
  readonly assigned: readonly string[];
  readonly unassigned: readonly string[];
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
  readonly ownPreset: OwnPresetTruth;
  /** By the ids of the calls. */
  readonly calls: ReadonlyMap<string, CallTruth>;
}
