import type { DocumentPlan, ProgramPlan } from "./factors.ts";

/** What a document may have in it, by the words of the table, and whether a plan has it. */
const rows: readonly (readonly [
  string,
  (plan: DocumentPlan, hasProgram: (fits: (it: ProgramPlan) => boolean) => boolean) => boolean,
])[] = [
  ["`users[].clientRoles`", (plan, has) => plan.users === "clientRoles" && has(isByRole)],
  ["`users[].applicationRoles`", (plan, has) => plan.users === "applicationRoles" && has(isByRole)],
  ["`users[].realmRoles`", (_, has) => has(({ way }) => /realmRole/i.test(way))],
  ["`composites.client`", (plan, has) => plan.composites === "client" && has(isByComposite)],
  [
    "`composites.application`",
    (plan, has) => plan.composites === "application" && has(isByComposite),
  ],
  ["`composites.realm`", (_, has) => has(({ way }) => way === "nestedRealmRole")],
  [
    "`roles.client`",
    (plan, has) => plan.roles === "client" && has(({ way }) => way === "clientRole"),
  ],
  [
    "`roles.application`",
    (plan, has) => plan.roles === "application" && has(({ way }) => way === "clientRole"),
  ],
  ["`applications`, `oauthClients`", ({ clients }) => clients !== "clients"],
  ["`defaultRole`, with parts", ({ everybody }) => everybody === "defaultRole"],
  ["`defaultRoles` of the realm", ({ everybody }) => everybody === "defaultRoles"],
  ["`defaultRoles` of a client", ({ everybody }) => everybody === "clientDefaultRoles"],
  ["a default role under another name", ({ defaultRole }) => /other|taken/i.test(defaultRole)],
  ["`defaultGroups`", ({ everybody }) => everybody === "defaultGroup"],
  [
    "groups of an organization",
    (_, has) => has(({ way, account }) => way === "organizationGroup" && account !== "missing"),
  ],
  ["groups within groups", (_, has) => has(isByGroup)],
  [
    "`/` in the name of a group",
    ({ groupNames }, has) => /slash$|ambiguous/i.test(groupNames) && has(isByGroup),
  ],
  ["`~` in the name of a group", ({ groupNames }, has) => groupNames === "tilde" && has(isByGroup)],
  ["a path with `~/`", ({ groupNames }, has) => groupNames === "escapedSlash" && has(isByGroup)],
  ["admin roles with changed composites", ({ management }) => management !== "absent"],
  ["YAML", ({ format }) => format.startsWith("yaml")],
  ["YAML with anchors and merge keys", ({ format }) => format === "yamlAnchors"],
  ["several documents in a file", ({ format }) => /Documents|Array/.test(format)],
  ["several files", ({ format }) => format === "files"],
  ["names such as `__proto__`", ({ names }) => /proto|constructor|hasOwn/.test(names)],
  ["spaces around names of roles", ({ names }) => names === "spaced"],
  [
    "`$" + "{…}`, its value given",
    (plan) => plan.placeholder !== "none" && plan.values === "given",
  ],
  ["`$" + "{…}` without a value", (plan) => plan.placeholder !== "none" && plan.values !== "given"],
  ["`authorizationServicesEnabled` alone", (_, has) => has(({ kind }) => kind === "authorization")],
  ["`publicClient`", (_, has) => has(({ kind }) => kind === "public")],
  ["`bearerOnly`", (_, has) => has(({ kind }) => kind === "bearerOnly")],
  ["`enabled` false, of client or user", (_, has) => has(isDisabled)],
  [
    "leftover accounts",
    (_, has) => has(({ kind, account }) => /off|public|bearer/.test(kind) && account !== "missing"),
  ],
  ["accounts under another user name", (_, has) => has(({ account }) => account === "otherName")],
  ["a mapper of the client", (_, has) => has(({ way }) => /^mapper(OfAttribute)?$/.test(way))],
  ["a mapper of a client scope", (_, has) => has(({ way }) => /Scope|Template/.test(way))],
  ["a mapper that writes `azp`", (_, has) => has(({ way }) => way === "mapperOfOtherClient")],
  ["a mapper of an unknown type", (_, has) => has(({ way }) => way === "unknownMapper")],
  ["mappers that are harmless", (_, has) => has(({ way }) => /harmless|roleMapper/.test(way))],
  ...(["Client", "User", "Group", "Role"] as const).map((of) => {
    const fits = ({ way }: ProgramPlan) => way === `permissionBy${of}`;
    const row = (plan: DocumentPlan, has: (it: typeof fits) => boolean) =>
      plan.permissions !== "off" && has(fits);
    return [`permissions by a policy of type ${of.toLowerCase()}`, row] as const;
  }),
  [
    "a policy with negative logic",
    (plan, has) => plan.permissions !== "off" && plan.logic === "negative" && has(isPermitted),
  ],
  [
    "a policy with negative logic around another",
    (plan, has) =>
      plan.permissions === "aggregate" && plan.logic === "negativeAround" && has(isPermitted),
  ],
  ["presets that the realm stores", ({ store }) => /plain|lookAlike|realmAdmin/.test(store)],
  ["a preset with the name of a built-in one", ({ store }) => store === "lookAlike"],
  ["a preset with realm-admin", ({ store }) => store === "realmAdmin"],
  ["a client with presets that has a service account", ({ store }) => store === "program"],
  ["a client named like the one with presets", ({ store }) => store === "notOurs"],
  ["permissions that are switched off", ({ permissions }) => permissions === "off"],
  [
    "`adminPermissionsClient` with a service account",
    (plan) => plan.permissionsClient === "program",
  ],
  ["`fullScopeAllowed` off", (_, has) => has(({ scope }) => scope === "limited")],
  ["`clientScopeMappings`", (_, has) => has(({ scope }) => scope === "mapped")],
  [
    "an unknown field that could give access",
    ({ unknown }) => unknown !== "none" && unknown !== "realm",
  ],
  ["an unknown field elsewhere", ({ unknown }) => unknown === "realm"],
  ["`null` for lists, switches in quotes", ({ lenient }) => lenient !== "no"],
  ["exports of an older version", ({ version }) => /^(2|12)/.test(version)],
  ["a file without a realm", ({ cut }) => cut === "realm"],
  ["a file without clients", ({ cut }) => cut === "clients"],
];

const isByRole = ({ way }: ProgramPlan) => way === "direct" || way === "clientRole";
const isByComposite = ({ way }: ProgramPlan) => /realmRole|clientRole|nested/i.test(way);
const isPermitted = ({ way }: ProgramPlan) => way.startsWith("permission");
const isByGroup = ({ way }: ProgramPlan) => way.startsWith("group");
const isDisabled = ({ kind, account }: ProgramPlan) =>
  kind === "disabled" || account === "disabled";

/** The names of all rows. */
export const rowNames: readonly string[] = rows.map(([name]) => name);

/** The names of the rows that a plan has in it. */
export const rowsOf = (plan: DocumentPlan): readonly string[] =>
  rows.filter(([, has]) => has(plan, (fits) => plan.programs.some(fits))).map(([name]) => name);
