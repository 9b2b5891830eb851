import { accountOf, type CaseRealm, type Held, programClient } from "./case-realm.ts";
import type { PeerCase } from "./peer-case.ts";

/** Cases of access that need a realm of their own, or are in `master`. */

const defaults = "peers-defaults";
const permissions = "peers-permissions";
/** The realm that clients of `master` administer. */
const administered = "peers-access";
const master = "master";

const readsUsers = { method: "GET", path: "/users" } as const;
const readsOtherUsers = { ...readsUsers, realm: administered } as const;

const clientOf = (realm: string, name: string) => ({ realm, kind: "client", name }) as const;

/** A program of `master`, and what it has there. */
export interface MasterProgram {
  readonly clientId: string;
  readonly held: Held;
}

export const masterPrograms: readonly MasterProgram[] = [
  { clientId: "peers-plain", held: {} },
  {
    clientId: "peers-neighbor",
    held: { clientRoles: { [`${administered}-realm`]: ["manage-users"] } },
  },
  { clientId: "peers-root", held: { realmRoles: ["admin"] } },
];

export const specialCases: readonly PeerCase[] = [
  {
    ...{ id: "by-default-role", topic: "access" },
    what: "`manage-users` in the realm's default role, which every account has",
    subjects: [clientOf(defaults, "any")],
    twin: clientOf("peers-access", "plain"),
    proof: readsUsers,
  },
  {
    ...{ id: "by-permission", topic: "access" },
    what: "no role, but a fine-grained permission lets it manage all users",
    subjects: [clientOf(permissions, "permitted")],
    twin: clientOf(permissions, "plain"),
    proof: readsUsers,
  },
  {
    ...{ id: "other-realm", topic: "access" },
    what: "a client of `master` with `manage-users` of another realm",
    subjects: [clientOf(master, "peers-neighbor")],
    twin: clientOf(master, "peers-plain"),
    proof: readsOtherUsers,
  },
  {
    ...{ id: "root", topic: "access" },
    what: "a client of `master` with the realm role `admin`",
    subjects: [clientOf(master, "peers-root")],
    twin: clientOf(master, "peers-plain"),
    proof: readsOtherUsers,
  },
];

const policyName = "the program itself";

export const specialRealms: readonly CaseRealm[] = [
  {
    ...{ realm: defaults, enabled: true },
    clients: [programClient("any")],
    users: [accountOf("any", { realmRoles: [`default-roles-${defaults}`] })],
  },
  {
    ...{ realm: permissions, enabled: true, adminPermissionsEnabled: true },
    adminPermissionsClient: { clientId: "admin-permissions" },
    clients: [
      programClient("plain"),
      programClient("permitted"),
      {
        ...{ clientId: "admin-permissions", authorizationServicesEnabled: true },
        authorizationSettings: {
          resources: [
            { name: "Users", type: "Users", scopes: [{ name: "view" }, { name: "manage" }] },
          ],
          scopes: [{ name: "view" }, { name: "manage" }],
          policies: [
            {
              ...{ name: policyName, type: "client", logic: "POSITIVE" },
              config: { clients: JSON.stringify(["permitted"]) },
            },
            {
              ...{ name: "manages users", type: "scope", logic: "POSITIVE" },
              config: {
                ...{ defaultResourceType: "Users", resources: JSON.stringify(["Users"]) },
                scopes: JSON.stringify(["view", "manage"]),
                applyPolicies: JSON.stringify([policyName]),
              },
            },
          ],
        },
      },
    ],
    users: [accountOf("plain"), accountOf("permitted")],
  } as CaseRealm,
];

/** The admin role that the default role of a realm includes. */
export const defaultRoleIncludes = { realm: defaults, role: "manage-users" };
