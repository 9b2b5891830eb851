import type { CustomPreset } from "../../../../src/access/custom/custom-preset.ts";
import { presetAttribute } from "../../../../src/access/custom/store-of.ts";
import { writeCustomPreset } from "../../../../src/access/custom/write-custom-preset.ts";
import type { Snapshot } from "../../../../src/access/model/snapshot.ts";
import { makePlan } from "../../../../src/access/plan/make-plan.ts";
import type { Outcome } from "../../../../src/access/plan/outcome.ts";
import type { Goal, Mode } from "../../../../src/access/plan/plan.ts";
import { presetStates } from "../../../../src/access/presets/preset-state.ts";
import { carryOut } from "../../../../src/keycloak/change/carry-out.ts";
import type { Subject } from "../../../../src/keycloak/change/read-now.ts";
import { readClientState } from "../../../../src/keycloak/client/read-client-state.ts";
import { carryOutWithOwnPresets } from "../../../../src/keycloak/custom/carry-out-with-own-presets.ts";
import { createStore } from "../../../../src/keycloak/custom/create-store.ts";
import { readRealmPresets } from "../../../../src/keycloak/custom/read-realm-presets.ts";
import { readStore } from "../../../../src/keycloak/custom/read-store.ts";
import { writePreset } from "../../../../src/keycloak/custom/write-preset.ts";
import type { NewClient } from "../../../in-memory-keycloak/make-client.ts";
import { serveKeycloak } from "../serve-keycloak.ts";

/** A preset with roles of three containers. */
export const billingSync: CustomPreset = {
  id: "billing-sync",
  name: "Billing sync",
  purpose: "Books invoices",
  roles: [
    { client: "realm-management", role: "view-users" },
    { client: "https://billing/api", role: "write" },
    { role: "bookkeeper" },
  ],
  revision: 1,
  formerly: [],
};

/** What is special about the realm. */
interface RealmSettings {
  readonly realm?: "demo" | "master";
  readonly client?: Omit<NewClient, "clientId">;
  readonly presets?: readonly CustomPreset[];
  readonly token?: string;
}

/** A change that was made, to be undone. */
interface Done {
  readonly goal: Goal;
  readonly outcome: Outcome;
}

/**
 * Serves a realm with a client `api` that has a service account, the roles that {@link billingSync} names, and presets of
 * its own.
 */
export async function serveRealmWithPresets(settings: RealmSettings = {}) {
  const served = serveKeycloak();
  const { keycloak } = served;
  const name = settings.realm ?? "demo";
  const isMaster = name === "master";
  const realm = isMaster ? keycloak.master : served.realm;
  keycloak.master.makeAdministrator({ token: "root", realmRoles: ["admin"] });
  const owner = served.apiOf(isMaster ? "root" : "anna", name);
  const billing = realm.makeClient({ clientId: "https://billing/api" });
  for (const role of ["read", "write"]) realm.makeClientRole(billing, role);
  realm.makeRealmRole("bookkeeper");
  const { presets = [billingSync] } = settings;
  const values = presets.map((it) => [presetAttribute(it.id), writeCustomPreset(it)]);
  await createStore(owner, Object.fromEntries(values));
  const clientUuid = realm.makeClient({
    serviceAccountsEnabled: true,
    publicClient: false,
    ...settings.client,
    clientId: "api",
  });
  const adminClientId = isMaster ? "master-realm" : "realm-management";
  const subject: Subject = {
    api: served.apiOf(settings.token ?? (isMaster ? "root" : "anna"), name),
    options: {
      ...{ clientUuid, adminClientId, isMaster, clientIdHint: undefined },
      ...{ loginRealm: name, asksClientScope: false },
    },
  };

  /** The client with the presets of the realm. */
  const read = async (): Promise<Snapshot> => {
    const state = await readClientState(subject.api, subject.options);
    if (state.kind !== "ready") throw new Error(`The client is ${state.kind}.`);
    const { complete } = await readRealmPresets(subject.api, state.snapshot, {
      ...{ adminClientId, isInMaster: isMaster, visible: String },
    });
    served.sent.length = 0;
    return complete(state.snapshot);
  };

  /** Carries out a plan for some presets, from what was shown. */
  const change = async (mode: Mode, ids: readonly string[], shown: Snapshot): Promise<Done> => {
    const states = presetStates(shown);
    const chosen = states.filter(({ preset }) => ids.includes(preset.id));
    const goal: Goal = { mode, presets: chosen.map(({ preset }) => preset) };
    const attempt = { change: makePlan(goal, shown, states).change, before: shown };
    const act = () => carryOut(subject, attempt, "forward", shown);
    return {
      goal,
      outcome: await carryOutWithOwnPresets(subject, goal, attempt, "forward", act),
    };
  };

  /** Undoes a change, from what it left. */
  const undo = async ({ goal, outcome }: Done): Promise<Done> => {
    const { attempt, state } = outcome;
    if (state?.kind !== "ready") throw new Error("The change wasn't read back.");
    const { snapshot } = state;
    const act = () => carryOut(subject, attempt, "back", snapshot);
    return { goal, outcome: await carryOutWithOwnPresets(subject, goal, attempt, "back", act) };
  };

  /** Changes a preset as somebody else does it. */
  const revise = async (preset: CustomPreset): Promise<void> => {
    const store = await readStore(owner);
    const expected = store.kind === "found" ? store.values.get(preset.id) : undefined;
    const { kind } = await writePreset(owner, preset, expected);
    if (kind !== "done") throw new Error(`The preset is ${kind}.`);
    served.sent.length = 0;
  };

  const clientNow = () => realm.dump().clients.find(({ id }) => id === clientUuid);

  return {
    ...{ ...served, realm, subject, clientUuid, billing },
    ...{ read, change, undo, revise, clientNow },
    /** The names of the roles that its service account has mapped, the default ones left out. */
    held: () => {
      const userId = realm.serviceAccountUserId(clientUuid);
      const user = realm.dump().users.find(({ id }) => id === userId);
      return (user?.roles ?? [])
        .map(([, , role]) => role)
        .filter((role) => !role.startsWith("default-roles"))
        .sort();
    },
    /** Which presets the client says that it got. */
    markers: () =>
      Object.fromEntries(
        Object.entries(clientNow()?.settings.attributes ?? {}).filter(([attribute]) =>
          attribute.startsWith("service-account-presets.custom."),
        ),
      ),
    writes: () => served.sent.filter((request) => !request.startsWith("GET")),
  };
}
