import { hasFeature } from "../../catalog/server/server-features.ts";
import { isLeftover, isServiceAccountOn } from "../model/account.ts";
import { missingClientScopeGrant } from "../model/client-scope-move.ts";
import { accountGrant, type Change, nameOfGrant } from "../model/grant.ts";
import { effectiveAdminRoles } from "../model/role-reference.ts";
import { isInScope } from "../model/scope.ts";
import type { Account, ClientSettings, Role, Snapshot, TokenBinding } from "../model/snapshot.ts";
import { hasSecretEnded } from "./secret-ended.ts";
import { type WayToSignIn, wayToSignIn } from "./way-to-sign-in.ts";

export type Verdict = "ok" | "problem" | "unknown";

/** What a check found, and what would fix it where this product can. */
export type CheckResult = {
  /** Names of what it is about: roles, a client scope, or a kind of proof. */
  readonly names: readonly string[];
} & (
  | { readonly id: "account"; readonly verdict: "ok"; readonly fix?: never }
  | {
      readonly id: "account";
      readonly verdict: "problem" | "unknown";
      readonly why: "off" | "leftover" | "public" | Exclude<Account["kind"], "found" | "none">;
      readonly fix?: Change;
    }
  | { readonly id: "enabled"; readonly verdict: "ok" | "problem"; readonly fix?: never }
  | { readonly id: "roles"; readonly verdict: Verdict; readonly fix?: never }
  | { readonly id: "scope" | "clientScope"; readonly verdict: Verdict; readonly fix?: Change }
  | {
      readonly id: "credentials";
      readonly verdict: Verdict;
      /** How the client signs in, or that its secret has ended. */
      readonly says: WayToSignIn["kind"] | "ended";
      readonly fix?: never;
    }
  | { readonly id: "tokenBinding"; readonly verdict: Verdict; readonly fix?: never }
);

/** What decides whether a call of the client is allowed. */
export type CheckId = CheckResult["id"];

/**
 * What a client's tokens are bound to, so that the server refuses a plain bearer call: undefined where they
 * aren't bound, and where the server ignores the setting unless its DPoP feature was switched on.
 *
 * @param version the server's, such as `26.7.3`, where it is known
 */
export function bindingOf(
  { tokenBinding }: Pick<ClientSettings, "tokenBinding">,
  version: string | undefined,
): TokenBinding | undefined {
  return tokenBinding === "DPoP" && hasFeature("dpop", version) === false
    ? undefined
    : tokenBinding;
}

/**
 * Whether the client has a service account that it can use. A public client isn't made confidential here, nor
 * is an account with roles brought back: both need a look at the plan.
 */
function checkAccount(snapshot: Snapshot): CheckResult {
  const { client, account } = snapshot;
  const base = { id: "account", names: [] } as const;
  if (!isServiceAccountOn(client)) {
    const why = client.publicClient ? "public" : isLeftover(snapshot) ? "leftover" : "off";
    const fix = { add: [accountGrant(snapshot)], remove: [] };
    const isFixable = why === "off" && client.isManageable;
    return { ...base, verdict: "problem", why, ...(isFixable ? { fix } : {}) };
  }
  if (account.kind === "found" || account.kind === "none") return { ...base, verdict: "ok" };
  return {
    ...base,
    verdict: account.kind === "nameTaken" ? "problem" : "unknown",
    why: account.kind,
  };
}

/** A secret is there to be looked at; whatever else proves who the client is, only its program has. */
function checkCredentials(client: ClientSettings, now: number): CheckResult {
  const { kind } = wayToSignIn(client);
  const found = { id: "credentials", names: [client.authenticator] } as const;
  if (kind !== "secret" && kind !== "secretJwt")
    return { ...found, verdict: "unknown", says: kind };
  return hasSecretEnded(client, now)
    ? { ...found, verdict: "problem", says: "ended" }
    : { ...found, verdict: "ok", says: kind };
}

const namesOf = (roles: readonly Role[]) => roles.map(({ name }) => name).sort();

/**
 * Tells why a client's calls are denied, from what was read of it: its settings, its roles and their
 * way into its tokens. What a token shows is left out: it may list no role and still be allowed.
 *
 * @param version the server's, such as `26.7.3`, where it is known
 * @param now in milliseconds since 1970
 */
export function checkAccess(
  snapshot: Snapshot,
  version: string | undefined,
  now: number,
): readonly CheckResult[] {
  const { client, isReadable } = snapshot;
  const held = effectiveAdminRoles(snapshot);
  const filtered = held.filter((role) => isInScope(snapshot, role) === false);
  const unseen = held.filter((role) => isInScope(snapshot, role) === undefined);
  const lackedScope = missingClientScopeGrant(snapshot);
  const adding = (add: Change["add"]) => (client.isManageable ? { fix: { add, remove: [] } } : {});
  return [
    checkAccount(snapshot),
    { id: "enabled", verdict: client.enabled ? "ok" : "problem", names: [] },
    {
      id: "roles",
      verdict: !isReadable ? "unknown" : held.length > 0 ? "ok" : "problem",
      names: namesOf(held),
    },
    filtered.length === 0
      ? {
          id: "scope",
          verdict: isReadable && unseen.length === 0 ? "ok" : "unknown",
          names: namesOf(unseen),
        }
      : {
          id: "scope",
          verdict: "problem",
          names: namesOf(filtered),
          ...adding(filtered.map((role) => ({ place: "scope", role }))),
        },
    lackedScope === undefined
      ? {
          id: "clientScope",
          verdict: snapshot.adminClientScope === "notKnown" ? "unknown" : "ok",
          names: [],
        }
      : {
          id: "clientScope",
          verdict: "problem",
          names: [nameOfGrant(lackedScope)],
          ...adding([lackedScope]),
        },
    checkCredentials(client, now),
    client.tokenBinding === undefined
      ? { id: "tokenBinding", verdict: "ok", names: [] }
      : {
          id: "tokenBinding",
          verdict: bindingOf(client, version) === undefined ? "unknown" : "problem",
          names: [client.tokenBinding],
        },
  ];
}
