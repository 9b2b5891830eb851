import { clientIdOfContainer } from "../../../src/access/custom/client-id-of-container.ts";
import type { Store } from "../../../src/access/custom/store-of.ts";
import type { Change } from "../../../src/access/model/grant.ts";
import { isInScope } from "../../../src/access/model/scope.ts";
import type { Snapshot } from "../../../src/access/model/snapshot.ts";
import { makePlan } from "../../../src/access/plan/make-plan.ts";
import type { Plan } from "../../../src/access/plan/plan.ts";
import {
  hasAllRoles,
  type PresetState,
  type PresetStatus,
  presetStates,
} from "../../../src/access/presets/preset-state.ts";
import { needsOwnRoles } from "../../../src/access/rights/needs-own-roles.ts";
import type { RoleReference } from "../../../src/catalog/presets/presets.ts";
import { escapeInvisible } from "../../../src/formats/escape-invisible.ts";
import type { AdminApi } from "../../../src/keycloak/api/admin-api.ts";
import { readOwnRights } from "../../../src/keycloak/client/read-own-rights.ts";
import { presetPlaceOf } from "../../../src/keycloak/custom/preset-place.ts";
import { readRealmPresets } from "../../../src/keycloak/custom/read-realm-presets.ts";
import type { OwnPresetPlan, OwnPresetStatement, OwnPresetStatus } from "../statements.ts";

/** A snapshot with the presets of its realm, as the tab completes it. */
export interface CompletedSnapshot {
  readonly snapshot: Snapshot;
  readonly store: Store;
}

/**
 * Reads the presets of the realm, as the tab does once a client is shown, and then what the administrator may not
 * unassign, where the server's answers leave that open.
 */
export async function readOwnPresets(
  api: AdminApi,
  snapshot: Snapshot,
  loginRealm: string,
): Promise<CompletedSnapshot> {
  const place = presetPlaceOf(api, snapshot.adminClient.clientId);
  const read = await readRealmPresets(api, snapshot, { ...place, visible: escapeInvisible });
  const completed = read.complete(snapshot);
  if (!needsOwnRoles(completed)) return { snapshot: completed, store: read.store };
  const { keptIn } = await readOwnRights(api, loginRealm);
  return { snapshot: { ...completed, kept: keptIn(completed) }, store: read.store };
}

/** What the tab says of a preset of the realm. */
export function ownPresetOf(
  { snapshot, store }: CompletedSnapshot,
  presetId: string,
): OwnPresetStatement {
  const states = presetStates(snapshot);
  const offered = states.filter(({ preset }) => preset.custom !== undefined);
  const state = offered.find(({ preset }) => preset.id === `custom:${presetId}`);
  const ids = offered.map(({ preset }) => preset.id.replace("custom:", "")).sort();
  return {
    store: store.kind === "found" ? ids : store.kind,
    preset: state && {
      status: statusOf(state, snapshot),
      earlier: state.upgrade && {
        since: state.upgrade.version,
        lacking: namesOf(state.upgrade.lacking),
        left: namesOf(state.upgrade.left),
      },
      hidden: namesOf([
        ...(state.preset.formerly ?? [])
          .flatMap(({ roles }) => roles)
          .filter(({ container }) => snapshot.custom?.unseen.has(container)),
        // What another held preset of the realm needs stays.
        ...offered.filter((it) => it !== state && hasAllRoles(it)).flatMap((it) => it.preset.roles),
      ]),
      plan: planOf(makePlan({ mode: "add", presets: [state.preset] }, snapshot, states)),
    },
  };
}

function nameOf({ container, name }: RoleReference): string {
  if (container === "admin") return `realm-management/${name}`;
  const client = clientIdOfContainer(container);
  return client === undefined ? name : `${client}/${name}`;
}

const namesOf = (roles: readonly RoleReference[]) => roles.map(nameOf).sort();

function statusOf({ status, roles }: PresetState, snapshot: Snapshot): OwnPresetStatus {
  const { kind } = status;
  switch (kind) {
    case "applied":
    case "changed":
    case "includedIn":
    case "accountOff":
      return { kind };
    case "missing":
      return { kind, count: status.count, held: status.held };
    case "unavailable":
    case "notGrantable":
    case "reduced":
      return { kind, roles: namesOf(status.roles) };
    case "outOfScope": {
      const open = roles.filter((role) => isInScope(snapshot, role) === undefined);
      return { kind, roles: namesOf(status.roles), open: namesOf(open) };
    }
    case "unknown":
    case "scopeNotKnown":
      return { kind: "notKnown" };
    // No realm of a run has that client scope, and no policy is built in.
    case "lacksClientScope":
    case "notAllowed":
      throw new Error(`No state has anything to do with ${kind satisfies PresetStatus["kind"]}.`);
  }
}

function planOf(plan: Plan): OwnPresetPlan | undefined {
  if (plan.untouched.some(({ why }) => why === "unknown")) return undefined;
  const isBlocked = plan.blocked.some(({ place }) => place === "account");
  const isTurnedOn = plan.change.add.some(({ place }) => place === "account");
  return {
    account: isBlocked ? "blocked" : isTurnedOn ? "turnedOn" : "asIs",
    assigns: mappedBy(plan.change.add),
    unassigns: mappedBy(plan.change.remove),
  };
}

const mappedBy = (grants: Change["add"]) =>
  namesOf(grants.flatMap((grant) => (grant.place === "mapping" ? [grant.role] : [])));
