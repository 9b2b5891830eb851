import type { SeededFault } from "../../seeded-faults/seeded-fault.ts";

const folder = "src/cli/realm-file";

/** What `npm run test:gate -- --seeded-faults` puts in, each in a copy of its own. */
export const gateFaults: readonly SeededFault[] = [
  {
    name: "Roles in the old spelling are ignored",
    file: `${folder}/realm-export.ts`,
    text: "clientRoles: clientRoles ?? applicationRoles,",
    broken: "clientRoles: clientRoles ?? new Map<string, string[]>(),",
  },
  {
    name: "Groups give nothing to their subgroups",
    file: `${folder}/given-powers.ts`,
    text: "new Set(members.flatMap(withParents))",
    broken: "new Set(members.slice())",
  },
  {
    name: "Mappers of client scopes are ignored",
    file: `${folder}/powers-beside-roles.ts`,
    text: "scopes.has(scopeName(name)))",
    broken: "scopes.has(scopeName(name)) && scopes.size < 0)",
  },
  {
    name: "Accounts of clients with service accounts off don't count",
    file: `${folder}/exported-accounts.ts`,
    text: "if (!username.startsWith(accountPrefix)) continue;",
    broken:
      "if (!username.startsWith(accountPrefix) || !exported.clients.some((it) => it.serviceAccountsEnabled && accountName(it.clientId) === username)) continue;",
  },
  {
    name: "The client with presets of a realm is never a program",
    file: `${folder}/exported-accounts.ts`,
    text: "if (!username.startsWith(accountPrefix)) continue;",
    broken:
      'if (!username.startsWith(accountPrefix) || username.endsWith("-service-account-presets")) continue;',
  },
  {
    name: "Policies with negative logic grant whom they name",
    file: `${folder}/permission-policy.ts`,
    text: 'const isGranted = of?.logic === "NEGATIVE" && isNamed !== undefined ? !isNamed : isNamed;',
    broken: "const isGranted = isNamed;",
  },
];
