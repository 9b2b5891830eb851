import { adminClientScope } from "./faults-realm.ts";
import { movingRole } from "./move.ts";
import {
  addMappings,
  addRealmMappings,
  addToScope,
  listClientScopes,
  makeDefault,
  makeOptional,
  readAll,
  readEffective,
  readEffectiveOfRealm,
  readHeld,
  readLinkedAccount,
  readMapped,
  readMappedOfRealm,
  readScope,
  removeFromScope,
  removeMappings,
  switchOnAccount,
  unmakeDefault,
  unmakeOptional,
} from "./requests.ts";
import { presetOf, requested, type Scenario, type Unplayed, undoOf } from "./scenario.ts";

const lookup = presetOf("user-lookup", "admin", "view-users", "query-users");
const clients = presetOf("client-and-secret-reader", "admin", "view-clients");
const master = presetOf("event-reader", "admin", "view-events");
const realmCreation = presetOf("realm-creation", "realm", "create-realm");

const apply: Unplayed = {
  name: "apply",
  arrangement: { holds: ["view-events"] },
  mode: "add",
  presets: [lookup],
  gives: ["mapping:admin:view-users", "mapping:admin:query-users"],
  takes: [],
};

const applyOutOfScope: Unplayed = {
  ...apply,
  name: "apply, full scope off",
  arrangement: { holds: ["view-events"], settings: { fullScopeAllowed: false } },
  gives: [...apply.gives, "scope:admin:view-users", "scope:admin:query-users"],
};

const applyWithoutAccount: Unplayed = {
  ...apply,
  name: "apply, service accounts off",
  arrangement: { settings: { publicClient: true, serviceAccountsEnabled: false } },
  gives: ["account", ...apply.gives],
  wasPublic: true,
};

const applyLackingScope: Unplayed = {
  ...apply,
  name: "apply, client scope missing",
  arrangement: { holds: ["view-events"], clientScope: "lacks" },
  gives: [...apply.gives, `clientScope:${adminClientScope}`],
};

const applyOptionalScope: Unplayed = {
  ...applyLackingScope,
  name: "apply, client scope optional",
  arrangement: { holds: ["view-events"], clientScope: "optional" },
};

const applySeveral: Unplayed = {
  ...apply,
  name: "apply two presets, one role held",
  arrangement: { holds: ["view-users"] },
  presets: [lookup, clients],
  // Query-users comes with view-users, and so is in effect.
  gives: ["mapping:admin:view-clients"],
};

const exact: Unplayed = {
  name: "replace access",
  arrangement: { holds: ["view-events", "manage-users", "view-users"] },
  mode: "exact",
  presets: [lookup, clients],
  gives: ["mapping:admin:view-clients"],
  takes: ["mapping:admin:view-events", "mapping:admin:manage-users"],
};

const remove: Unplayed = {
  name: "remove",
  arrangement: { holds: ["view-events", "view-users", "query-users"] },
  mode: "remove",
  presets: [lookup],
  gives: [],
  takes: ["mapping:admin:view-users", "mapping:admin:query-users"],
};

const applyInMaster: Unplayed = {
  name: "apply in master, two containers",
  arrangement: {},
  mode: "add",
  presets: [master, realmCreation],
  gives: ["mapping:admin:view-events", "mapping:realm:create-realm"],
  takes: [],
  isMaster: true,
};

/** Everything that a person can do with presets; faults are tried on each of its requests. */
export const scenarios: readonly Scenario[] = [
  requested(apply, addMappings, readHeld),
  requested(applyOutOfScope, addMappings, addToScope, readHeld, readScope),
  requested(applyWithoutAccount, switchOnAccount, readAll, readLinkedAccount, addMappings, readAll),
  requested(applyLackingScope, addMappings, makeDefault, readAll, listClientScopes),
  requested(
    applyOptionalScope,
    ...[addMappings, unmakeOptional, makeDefault, readAll, listClientScopes],
  ),
  requested(applySeveral, addMappings, readHeld),
  requested(exact, addMappings, removeMappings, readHeld),
  requested(remove, removeMappings, readHeld),
  requested(
    applyInMaster,
    ...[addMappings, addRealmMappings, readMapped, readMappedOfRealm],
    ...[readEffective, readEffectiveOfRealm],
  ),
  requested(undoOf(apply), readAll, removeMappings, readHeld),
  requested(
    undoOf(applyOutOfScope),
    ...[readAll, readScope, removeMappings, removeFromScope],
    // A scope mapping of view-users brings query-groups into scope too: what ends is read once more.
    ...[readHeld, readScope, readAll, readScope],
  ),
  requested(
    undoOf(applyOptionalScope),
    ...[readAll, listClientScopes, removeMappings, unmakeDefault, makeOptional],
    ...[readAll, listClientScopes],
  ),
  requested(undoOf(exact), readAll, addMappings, removeMappings, readHeld),
  requested(undoOf(remove), readAll, addMappings, readHeld),
];

const reading = presetOf("access-review", "admin", movingRole, "lister");
const ownRoles = [movingRole, "lister", "writer"];

const applyOwn: Unplayed = {
  name: "apply",
  arrangement: { ownRoles, holds: ["writer"] },
  mode: "add",
  presets: [reading],
  gives: [`mapping:admin:${movingRole}`, "mapping:admin:lister"],
  takes: [],
};

const applyOwnOutOfScope: Unplayed = {
  ...applyOwn,
  name: "apply, full scope off",
  arrangement: { ...applyOwn.arrangement, settings: { fullScopeAllowed: false } },
  gives: [...applyOwn.gives, `scope:admin:${movingRole}`, "scope:admin:lister"],
};

const applyOwnWithoutAccount: Unplayed = {
  ...applyOwn,
  name: "apply, service accounts off",
  arrangement: { ownRoles, settings: { serviceAccountsEnabled: false } },
  gives: ["account", ...applyOwn.gives],
};

const exactOwn: Unplayed = {
  name: "replace access",
  arrangement: { ownRoles, holds: [movingRole, "lister"] },
  mode: "exact",
  presets: [presetOf("user-management", "admin", "writer")],
  gives: ["mapping:admin:writer"],
  takes: [`mapping:admin:${movingRole}`, "mapping:admin:lister"],
};

const removeOwn: Unplayed = {
  name: "remove",
  arrangement: { ownRoles, holds: [movingRole, "lister", "writer"] },
  mode: "remove",
  presets: [reading],
  gives: [],
  takes: [`mapping:admin:${movingRole}`, "mapping:admin:lister"],
};

/** The same with roles that may be deleted and renamed, which Keycloak's own may not be. */
export const movingScenarios: readonly Scenario[] = [
  requested(applyOwn, addMappings, readHeld),
  requested(applyOwnOutOfScope, addMappings, addToScope, readHeld, readScope),
  requested(
    applyOwnWithoutAccount,
    switchOnAccount,
    readAll,
    readLinkedAccount,
    addMappings,
    readAll,
  ),
  requested(exactOwn, addMappings, removeMappings, readHeld),
  requested(removeOwn, removeMappings, readHeld),
  requested(undoOf(applyOwn), readAll, removeMappings, readHeld),
  requested(undoOf(exactOwn), readAll, addMappings, removeMappings, readHeld),
  requested(undoOf(removeOwn), readAll, addMappings, readHeld),
];
