import type { SeededFault } from "../../seeded-faults/seeded-fault.ts";

const heldRoles = "src/access/model/held-admin-roles.ts";

/** What `npm run test:states -- --seeded-faults` puts in, each in a copy of its own. */
export const seededFaults: readonly SeededFault[] = [
  {
    name: "A leftover account is taken for none",
    file: "src/keycloak/client/find-account.ts",
    text: "return await requestLinkedAccount(api, clientUuid);",
    broken:
      'return serviceAccountsEnabled ? await requestLinkedAccount(api, clientUuid) : { kind: "none" };',
  },
  {
    name: "Roles are told by their names, whatever they hold here",
    file: heldRoles,
    text: "offered.has(part) && !effective.has(part)",
    broken: "offered.has(part) && effective.size < 0",
  },
  {
    name: "Only assigned roles count as roles in effect",
    file: "src/keycloak/client/read-holdings.ts",
    text: "effective: keysOf(effective ?? []),",
    broken: "effective: keysOf(mapped ?? []),",
  },
  {
    name: "The client's scope is ignored",
    file: heldRoles,
    text: "inScope: isInScope(snapshot, toRoleReference(key)),",
    broken: "inScope: isInScope({ ...snapshot, inScope: undefined }, toRoleReference(key)),",
  },
  {
    name: "Roles that may not be seen are taken for none",
    file: heldRoles,
    text: "isReadable ? (key: RoleKey) => effective.has(key) : () => undefined",
    broken: "isReadable ? (key: RoleKey) => effective.has(key) : () => false",
  },
  {
    name: "Roles that were to end and are still assigned are taken for unassigned",
    file: "src/access/ends/account-ends.ts",
    text: 'return at > now ? "cancelled" : "stillAssigned";',
    broken: 'return at > now ? "cancelled" : "over";',
  },
  {
    name: "Any workflow with the name of an end is taken for one",
    file: "src/access/ends/own-workflow.ts",
    text: "Number.isNaN(at) || beginsByItself || !unassigns",
    broken: "Number.isNaN(at) || beginsByItself",
  },
  {
    name: "Ends of an earlier account count for the one that was made again",
    file: "src/access/ends/account-ends.ts",
    text: ".filter((workflow) => workflow.userId === userId)",
    broken: '.filter((workflow) => userId !== "")',
  },
  {
    name: "A client of the store's name is taken for the store, whatever its format",
    file: "src/access/custom/store-of.ts",
    text: "if (format !== currentFormat) return",
    broken: 'if (format !== currentFormat && clientUuid === "") return',
  },
  {
    name: "What a preset of the realm lost since a client got it is passed over",
    file: "src/access/presets/upgrade-of.ts",
    text: "mapped.has(roleKey(role)) && !needed.has(roleKey(role))",
    broken: "marked === undefined && mapped.has(roleKey(role)) && !needed.has(roleKey(role))",
  },
  {
    name: "Of roles that presets of the realm have beside admin roles, only assigned ones count",
    file: "src/keycloak/custom/read-other-roles.ts",
    text: "effective: keys(all((it) => it.effective)),",
    broken: "effective: keys(all((it) => it.mapped)),",
  },
  {
    name: "In the list, only assigned ones of these count",
    file: "src/keycloak/survey/read-other-roles-of.ts",
    text: 'const isMapped = question === "readMappings";',
    broken: 'const isMapped = question.startsWith("read");',
  },
  {
    name: "Roles of the realm and of other clients count as admin roles",
    file: "src/access/model/role-reference.ts",
    text: "isAdminRole(role) && effective.has(roleKey(role))",
    broken: "effective.has(roleKey(role))",
  },
];
