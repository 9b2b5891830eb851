import type ClientRepresentation from "@keycloak/keycloak-admin-client/lib/defs/clientRepresentation.js";
import { accountOf, adminRoles, type CaseRealm, type Held, programClient } from "./case-realm.ts";
import type { CaseTopic, PeerCase, Proof } from "./peer-case.ts";

const realm = "peers-access";
const twin = { realm, kind: "client", name: "plain" } as const;

/** Clients that the policy of the cases allows User lookup. */
export const lookupClients = ["lookup", "more-than-allowed"];

/** A program of the realm with its case. */
interface ProgramCase {
  readonly id: string;
  readonly what: string;
  readonly topic?: CaseTopic;
  readonly held?: Held;
  readonly client?: ClientRepresentation;
  /** Other things that a finding about it may name. */
  readonly scope?: string;
  readonly proof?: Proof;
  readonly isDormant?: boolean;
}

/** A mapper that writes a fixed claim. */
const fixedClaim = (claim: string, value: string) => ({
  ...{ name: `fixed ${claim}`, protocol: "openid-connect" },
  protocolMapper: "oidc-hardcoded-claim-mapper",
  config: {
    ...{ "claim.name": claim, "claim.value": value, "jsonType.label": "String" },
    ...{ "access.token.claim": "true", "id.token.claim": "true" },
  },
});

/** A person who administers the realm. */
const chief = "00000000-0000-4000-8000-000000000001";

const readsUsers = { method: "GET", path: "/users" } as const;
const readsClients = { method: "GET", path: "/clients" } as const;
const makesUser = {
  method: "POST",
  path: "/users",
  body: { username: "made-by-a-client" },
} as const;

const programs: readonly ProgramCase[] = [
  {
    id: "direct",
    what: "`realm-admin`, assigned directly",
    held: adminRoles("realm-admin"),
  },
  {
    id: "impersonator",
    what: "`impersonation`, assigned directly",
    held: adminRoles("impersonation"),
    proof: { method: "POST", path: `/users/${chief}/impersonation` },
  },
  {
    id: "more-than-allowed",
    what: "`manage-users` beside the allowed User lookup",
    held: adminRoles("view-users", "query-users", "manage-users"),
    proof: makesUser,
  },
  {
    id: "by-composite",
    what: "`realm-admin` in a composite realm role called `reporting`",
    held: { realmRoles: ["reporting"] },
  },
  {
    id: "by-nested-composite",
    what: "`manage-users` in a composite realm role in a composite client role",
    held: { clientRoles: { shop: ["clerk"] } },
  },
  {
    id: "by-group",
    what: "`manage-clients` by a group",
    held: { groups: ["/staff"] },
    proof: readsClients,
  },
  {
    id: "by-parent-group",
    what: "`manage-clients` by the parent of its group",
    held: { groups: ["/staff/night"] },
    proof: readsClients,
  },
  {
    id: "by-group-and-composite",
    what: "`realm-admin` in a composite role of a group",
    held: { groups: ["/analysts"] },
  },
  {
    id: "disabled",
    what: "`realm-admin` of a disabled client, which is back when it is enabled",
    client: { enabled: false },
    isDormant: true,
    held: adminRoles("realm-admin"),
  },
  {
    id: "leftover",
    what: "`realm-admin` of a client whose service accounts were turned off, which is back when they are on",
    client: { serviceAccountsEnabled: false },
    isDormant: true,
    held: adminRoles("realm-admin"),
  },
  {
    id: "acts-as-user",
    what: "no role, but a mapper of its client writes an administrator's ID into `sub`",
    client: { protocolMappers: [fixedClaim("sub", chief)] },
  },
  {
    id: "acts-as-user-by-scope",
    what: "the same mapper, on a client scope",
    scope: "support",
  },
  {
    ...{ id: "lookup", topic: "harmless" },
    what: "User lookup, which the policy allows this client",
    held: adminRoles("view-users", "query-users"),
    proof: makesUser,
  },
  {
    ...{ id: "same-name-client-role", topic: "harmless" },
    what: "a role `realm-admin` of another client, without admin access",
    held: { clientRoles: { shop: ["realm-admin"] } },
  },
  {
    ...{ id: "same-name-realm-role", topic: "harmless" },
    what: "a realm role `manage-users`, without admin access",
    held: { realmRoles: ["manage-users"] },
  },
  {
    ...{ id: "other-claim", topic: "harmless" },
    what: "a mapper of the same type that writes `tenant`",
    client: { protocolMappers: [fixedClaim("tenant", "north")] },
  },
];

/** Admin access of service accounts, and what only looks like it, in one realm. */
export const accessCases: readonly PeerCase[] = programs.map(
  ({ id, what, topic = "access", scope, proof = readsUsers, isDormant = false }) => ({
    ...{ id, what, topic, twin, proof, isDormant },
    subjects: [
      { realm, kind: "client", name: id },
      ...(scope === undefined ? [] : [{ realm, kind: "clientScope", name: scope } as const]),
    ],
  }),
);

const adminComposite = (name: string, ...included: string[]) => ({
  ...{ name, composite: true },
  composites: { client: { "realm-management": included } },
});

/** The realm of these cases. */
export const accessRealm: CaseRealm = {
  ...{ realm, enabled: true },
  roles: {
    realm: [
      adminComposite("reporting", "realm-admin"),
      adminComposite("helpers", "manage-users"),
      { name: "manage-users" },
    ],
    client: {
      shop: [
        { name: "clerk", composite: true, composites: { realm: ["helpers"] } },
        { name: "realm-admin" },
      ],
    },
  },
  groups: [
    {
      ...{ name: "staff", subGroups: [{ name: "night" }] },
      clientRoles: { "realm-management": ["manage-clients"] },
    },
    { name: "analysts", realmRoles: ["reporting"] },
  ],
  clients: [
    programClient("shop", { serviceAccountsEnabled: false }),
    programClient(twin.name),
    ...programs.map(({ id, client }) => programClient(id, client)),
  ],
  users: [
    { ...{ id: chief, username: "chief", enabled: true }, ...adminRoles("realm-admin") },
    accountOf(twin.name),
    ...programs.map(({ id, held }) => accountOf(id, held)),
  ],
};

/** The client scope with the mapper; the realm gets it beside its own ones, which creating it with any would replace. */
export const accessScope = {
  ...{ name: "support", protocol: "openid-connect" },
  protocolMappers: [fixedClaim("sub", chief)],
};
