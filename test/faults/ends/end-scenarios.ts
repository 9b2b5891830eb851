import { addMappings, readAll, readHeld, removeMappings } from "../requests.ts";
import { presetOf, requested, type Scenario, type Unplayed, undoOf } from "../scenario.ts";

const lookup = presetOf("user-lookup", "admin", "view-users", "query-users");
const roles = ["view-users", "query-users"];
const given = roles.map((role) => `mapping:admin:${role}` as const);

const applyUntil: Unplayed = {
  name: "apply with an end",
  arrangement: { holds: ["view-events"], ends: { 5: ["view-events"] } },
  mode: "add",
  presets: [lookup],
  gives: given,
  takes: [],
  ends: { roles, before: undefined, after: 7, comeWithRoles: true },
};

const changeEnd: Unplayed = {
  ...applyUntil,
  name: "change an end",
  // The workflow that is replaced has a role that ends as before.
  arrangement: { holds: [...roles, "view-events"], ends: { 7: [...roles, "view-events"] } },
  gives: [],
  ends: { roles, before: 7, after: 30 },
};

const cancelEnd: Unplayed = {
  ...changeEnd,
  name: "cancel an end",
  ends: { roles, before: 7, after: undefined },
};

const removeWithEnd: Unplayed = {
  ...changeEnd,
  name: "remove what ends",
  mode: "remove",
  takes: given,
  ends: { roles, before: 7, after: undefined, comeWithRoles: true },
};

const readScheduled = ["GET /workflows/scheduled/{id}"];
const readStrays = ["GET /workflows"];
const readEnds = [...readStrays, ...readScheduled];
const makeWorkflow = ["POST /workflows", "POST /workflows/{id}/activate/USERS/{id}"];
const makeOne = [...makeWorkflow, ...readScheduled];
const makeTwo = [...makeWorkflow, ...makeOne];
const removeWorkflow = ["DELETE /workflows/{id}"];

/** Changes that set, move or cancel when roles end, and their undo; workflows need Keycloak 26.6. */
export const endScenarios: readonly Scenario[] = [
  requested(applyUntil, readEnds, makeOne, addMappings, readHeld, readStrays),
  requested(changeEnd, readEnds, makeTwo, readAll, removeWorkflow, readStrays),
  requested(cancelEnd, readEnds, makeOne, readAll, removeWorkflow, readStrays),
  requested(
    removeWithEnd,
    ...[readEnds, makeOne, removeMappings, readHeld, removeWorkflow, readStrays],
  ),
  requested(undoOf(applyUntil), readEnds, readAll, removeMappings, readHeld, removeWorkflow),
  requested(undoOf(changeEnd), readEnds, makeOne, readAll, readAll, removeWorkflow, readStrays),
  requested(undoOf(removeWithEnd), readEnds, makeOne, readAll, addMappings, readHeld, readStrays),
];
