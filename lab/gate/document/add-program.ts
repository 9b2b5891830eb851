import type { DocumentPlan, ProgramPlan } from "./factors.ts";
import { groupOf } from "./group-of.ts";
import { actsAs, mapperOf } from "./mapper-of.ts";
import {
  addClientRole,
  adminPower,
  type Fields,
  type Given,
  nothing,
  type Parts,
} from "./parts.ts";
import { permissionOf } from "./permission-of.ts";
import { markerOf } from "./store-of.ts";

/** A program of a document that was made. */
export interface MadeProgram {
  readonly clientId: string;
  /** The id of its user, where the document has one. */
  readonly userId: string | undefined;
}

/** What all programs of a document share. */
export interface Surroundings {
  readonly plan: DocumentPlan;
  readonly parts: Parts;
  /** Client ID of a client that has roles of its own. */
  readonly app: string;
  /** The id of a person who is realm admin. */
  readonly adminId: string;
  /** The name that the server will give to the default role. */
  readonly defaultRole: string;
  readonly newId: () => string;
}

/** The secret of all programs. */
export const programSecret = "gate";

const kinds: Readonly<Record<ProgramPlan["kind"], Fields>> = {
  confidential: { serviceAccountsEnabled: true, publicClient: false },
  authorization: { authorizationServicesEnabled: true },
  public: { serviceAccountsEnabled: true, publicClient: true },
  bearerOnly: { serviceAccountsEnabled: true, bearerOnly: true },
  off: {},
  disabled: { serviceAccountsEnabled: true, enabled: false },
};

/** What names begin with that every object has in JavaScript; only those of the first program do. */
const isOdd = (name: DocumentPlan["names"]) =>
  ["__proto__", "constructor", "hasOwnProperty"].includes(name);

/** The client ID of the program at a place of a document. */
export const clientIdOf = ({ names }: DocumentPlan, place: number): string =>
  place === 0 && (names === "__proto__" || names === "hasOwnProperty") ? names : `Ops-${place}`;

/** The name of a role that gives the program at a place its power, where one is made for that. */
export function roleNameOf({ names }: DocumentPlan, place: number): string {
  if (place === 0 && isOdd(names)) return names;
  return names === "ofAdminRole" && place === 0 ? "view-realm" : `helper-${place}`;
}

/** What an account is given, and the groups that it is in. */
interface Gift {
  readonly given: Given;
  readonly groups: readonly string[];
}

/** Adds what stands between an account and its power. */
function addWay(
  { parts, plan, app, adminId }: Surroundings,
  program: ProgramPlan,
  place: number,
): Gift & { readonly client: Fields } {
  const power = adminPower(program.power);
  const otherClient = clientIdOf(plan, place === 0 ? 1 : 0);
  const role = roleNameOf(plan, place);
  const assigned = plan.names === "spaced" ? ` ${role}\t` : role;
  const gift = (given: Given, groups: readonly string[] = [], client: Fields = {}) => ({
    ...{ given, groups, client },
  });
  const ofRealm = (name: string): Given => ({ realm: [name], client: new Map() });
  switch (program.way) {
    case "direct":
      return gift(adminPower(assigned === role ? program.power : ` ${program.power} `));
    case "realmRole":
      parts.realmRoles.set(role, power);
      return gift(ofRealm(assigned));
    case "nestedRealmRole":
      parts.realmRoles.set(role, ofRealm(`${role}-inner`)).set(`${role}-inner`, power);
      return gift(ofRealm(assigned));
    case "clientRole":
      addClientRole(parts, app, role, power);
      return gift({ realm: [], client: new Map([[app, [assigned]]]) });
    case "sameNameElsewhere":
      addClientRole(parts, app, program.power, nothing);
      return gift({ realm: [program.power], client: new Map([[app, [program.power]]]) });
    case "group":
    case "groupAbove":
    case "groupRealmRole": {
      if (program.way === "groupRealmRole") parts.realmRoles.set(role, power);
      const held = program.way === "groupRealmRole" ? ofRealm(assigned) : power;
      const { groups, path } = groupOf(plan.groupNames, held, program.way === "groupAbove", place);
      parts.groups.push(...groups);
      return gift(nothing, [path]);
    }
    case "mapper":
    case "mapperOfAttribute":
    case "mapperOfOtherClient":
    case "harmlessMapper":
    case "roleMapper":
    case "unknownMapper":
      return gift(nothing, [], { protocolMappers: [mapperOf(program, adminId, otherClient)] });
    case "mapperOfScope":
    case "mapperOfRealmScope":
    case "mapperOfTemplate": {
      const scope = { name: `acting as ${place}`, protocol: "openid-connect" };
      const made = { ...scope, protocolMappers: [mapperOf(program, adminId, otherClient)] };
      const name = scope.name.replaceAll(" ", "_");
      if (program.way === "mapperOfTemplate") {
        parts.clientTemplates.push(made);
        return gift(nothing, [], { clientTemplate: scope.name });
      }
      parts.clientScopes.push(made);
      const named = program.power === "view-users" ? "optionalClientScopes" : "defaultClientScopes";
      return gift(nothing, [], program.way === "mapperOfScope" ? { [named]: [name] } : {});
    }
    case "nothing":
    case "organizationGroup":
    case "permissionByClient":
    case "permissionByUser":
    case "permissionByGroup":
    case "permissionByRole":
      return gift(nothing);
  }
}

/** Adds a program: its client, its account, and how that comes to its power. */
export function addProgram(around: Surroundings, program: ProgramPlan, place: number): MadeProgram {
  const { parts, plan, defaultRole, newId } = around;
  const clientId = clientIdOf(plan, place);
  const way = addWay(around, program, place);
  const permission = permissionOf(program, plan, place, clientId);
  parts.groups.push(...permission.groups);
  parts.policies.push(...permission.policies);
  for (const role of permission.realmRoles) parts.realmRoles.set(role, nothing);
  const fields = {
    ...{ ...kinds[program.kind], secret: programSecret },
    ...{ ...markerOf(plan), ...way.client },
  };
  const scoped = program.scope === "full" ? fields : { ...fields, fullScopeAllowed: false };
  parts.clients.push({ clientId, fields: scoped });
  if (program.scope === "mapped") {
    parts.scopeMappings.push({ client: clientId, roles: [program.power] });
  }
  if (program.account === "missing") return { clientId, userId: undefined };
  const id = newId();
  const username =
    program.account === "otherName"
      ? `robot-${place}`
      : `service-account-${clientId.toLowerCase()}`;
  if (program.way === "organizationGroup") {
    const given = adminPower(program.power);
    parts.organizationGroups.push({ id: newId(), given, member: username });
  }
  parts.users.push({
    id,
    username,
    enabled: program.account !== "disabled",
    clientId: program.account === "unlinked" ? undefined : clientId,
    given: {
      realm: [
        ...way.given.realm,
        ...permission.realmRoles,
        ...(program.account === "byDefault" ? [defaultRole] : []),
      ],
      client: way.given.client,
    },
    groups: [...way.groups, ...permission.paths],
    attributes: program.way === "mapperOfAttribute" ? { [actsAs]: [around.adminId] } : {},
  });
  return { clientId, userId: program.account === "unlinked" ? undefined : id };
}
