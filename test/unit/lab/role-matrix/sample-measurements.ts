import { callNames } from "../../../../lab/role-matrix/call-names.ts";
import { type Measurement, toMeasurement } from "../../../../lab/role-matrix/read-measurements.ts";
import type { MeasuredFile } from "../../../../src/catalog/measured/measured-matrix.ts";

const olderRoles = ["impersonation", "manage-users", "query-users", "realm-admin", "view-users"];
const newerRoles = ["manage-organizations", ...olderRoles].sort();

const includesOf = (roles: readonly string[]) => ({
  "view-users": ["query-users"],
  "realm-admin": roles.filter((role) => role !== "realm-admin"),
});

/** 26.9, so that 26.10 tells an order by number from one by letters. */
export const olderFile: MeasuredFile = {
  version: "26.9.1",
  measuredOn: "2026-11-20",
  roles: olderRoles,
  includes: includesOf(olderRoles),
  calls: [
    ["GET", "/groups", "daaaa"],
    ["GET", "/organizations/{id}/members", "dddad"],
    ["GET", "/users", "dafaa"],
    ["GET", "/users/count", "dadaa"],
    ["DELETE", "/users/{id}", "dadad"],
    ["POST", "/testSMTPConnection", "uuuuu"],
    ["GET", "/sessions", "dadad"],
  ],
  combinations: { "GET /organizations/{id}/members": [["manage-users", "impersonation"]] },
  notCalled: [["GET", "/keys", "It waits for a | key."]],
};

/** A role and a call more, one call less, and parameters of other names. */
export const newerFile: MeasuredFile = {
  version: "26.10.0",
  measuredOn: "2026-11-24",
  roles: newerRoles,
  includes: includesOf(newerRoles),
  calls: [
    ["GET", "/groups", "ddafaf"],
    ["GET", "/keys", "ddddad"],
    ["GET", "/organizations/{org-id}/members", "dfddad"],
    ["GET", "/users", "ddafaa"],
    ["GET", "/users/count", "ddafaa"],
    ["DELETE", "/users/{user-id}", "ddadad"],
    ["PUT", "/users/{user-id}/reset-password", "ddadad"],
    ["POST", "/testSMTPConnection", "aaaaaa"],
  ],
  combinations: {
    "GET /organizations/{org-id}/members": [["manage-organizations", "view-users"]],
  },
  notCalled: [["GET", "/realms/{realm}/x|y", "It waits for a | key."]],
};

export const olderMeasurement: Measurement = toMeasurement("26.9", olderFile);
export const newerMeasurement: Measurement = toMeasurement("26.10", newerFile);

export const sampleTexts = {
  "family.users": "Users",
  "GET/users": "List *all* users | or search",
  "PUT/users/{}/reset-password": "Reset a user's password",
  "GET/users/count": "Count users </script><b>",
};

export const sampleNames = callNames(sampleTexts);

/** A call of a measurement. */
export function callOf({ matrix }: Measurement, method: string, path: string) {
  const found = matrix.calls.find((call) => call.method === method && call.path === path);
  if (found === undefined) throw new Error(`The sample has no ${method} ${path}.`);
  return found;
}
