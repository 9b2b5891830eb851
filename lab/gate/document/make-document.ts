import { quickRealm } from "../../../test/e2e/realm/quick-realm.ts";
import { addProgram, type MadeProgram, programSecret, roleNameOf } from "./add-program.ts";
import type { DocumentPlan } from "./factors.ts";
import {
  addClientRole,
  adminPower,
  type Fields,
  type Given,
  management,
  nothing,
  type Parts,
} from "./parts.ts";
import { permissionFields } from "./permission-fields.ts";
import {
  asFields,
  clientFields,
  groupFields,
  organizationFields,
  roleFields,
  userFields,
} from "./spell.ts";
import { spoil } from "./spoil.ts";
import { storeClient, storeOf } from "./store-of.ts";

/** A document as a server is given it, and who is in it. */
export interface MadeDocument {
  readonly realm: Fields;
  readonly realmName: string;
  readonly programs: readonly MadeProgram[];
  /** A person who is realm admin, and one without rights. */
  readonly adminId: string;
  readonly bystanderId: string;
}

/** The client that calls may ask for. */
export const bystanderClient = "bystander";

/** The admin roles that a document lists where it has their client. */
const listed = ["realm-admin", "manage-users", "view-users", "manage-clients", "view-events"];

/** What of the admin roles includes others, where the document says so itself. */
const included = {
  absent: new Map<string, Given>(),
  bare: new Map<string, Given>(),
  thinRealmAdmin: new Map([["realm-admin", adminPower("view-events")]]),
  wideViewUsers: new Map([["view-users", adminPower("manage-users")]]),
} as const satisfies Record<DocumentPlan["management"], ReadonlyMap<string, Given>>;

/** The name that the server gives to the default role: one of its own where the document doesn't name one. */
function defaultRoleOf({ defaultRole }: DocumentPlan, realmName: string): string {
  const usual = `default-roles-${realmName.toLowerCase()}`;
  if (defaultRole === "otherName") return "everyone";
  return defaultRole === "nameTaken" ? `${usual}-1` : usual;
}

/** Adds what every account of the realm is given. @returns fields of the realm that say so */
function addForEverybody(
  plan: DocumentPlan,
  parts: Parts,
  app: string,
  realmName: string,
): { readonly fields: Fields; readonly appDefaults: readonly string[] } {
  const power = adminPower(plan.programs[0]?.power ?? "view-users");
  const usual = `default-roles-${realmName.toLowerCase()}`;
  const own = plan.defaultRole === "otherName" ? "everyone" : usual;
  const held = plan.everybody === "defaultRole" ? power : nothing;
  const isListed = plan.defaultRole !== "absent" && plan.defaultRole !== "namedInRoles";
  if (isListed) parts.realmRoles.set(own, held);
  const isNamed = !["absent", "nameTaken"].includes(plan.defaultRole);
  const composites = plan.defaultRole === "namedInRoles" ? roleFields(plan, own, held) : {};
  const fields = isNamed ? { defaultRole: { ...composites, name: own } } : {};
  switch (plan.everybody) {
    case "defaultRoles":
      parts.realmRoles.set("given-to-all", power);
      return { fields: { ...fields, defaultRoles: ["given-to-all"] }, appDefaults: [] };
    case "clientDefaultRoles":
      addClientRole(parts, app, "given-to-all", power);
      return { fields, appDefaults: ["given-to-all"] };
    case "defaultGroup":
      parts.groups.push({ name: "all/of us", given: power, below: [] });
      return { fields: { ...fields, defaultGroups: ["/all/of us"] }, appDefaults: [] };
    default:
      return { fields, appDefaults: [] };
  }
}

/** Adds the client with the presets of the realm. @returns it where it is a program with power */
function addStore(
  plan: DocumentPlan,
  parts: Parts,
  app: string,
  newId: () => string,
): readonly MadeProgram[] {
  const fields = storeOf(plan, { realmRole: roleNameOf(plan, 0), app });
  if (fields === undefined) return [];
  parts.clients.push({ clientId: storeClient, fields: { ...fields, secret: programSecret } });
  if (plan.store !== "program") return [];
  const id = newId();
  parts.users.push({
    ...{ id, username: `service-account-${storeClient}`, enabled: true, clientId: storeClient },
    given: adminPower(plan.programs[0]?.power ?? "view-users"),
    ...{ groups: [], attributes: {} },
  });
  return [{ clientId: storeClient, userId: id }];
}

/**
 * Makes a document of its plan.
 *
 * @param realmName of a realm that the server doesn't have
 * @param newId makes ids that no other object of the server has
 */
export function makeDocument(
  plan: DocumentPlan,
  realmName: string,
  newId: () => string,
): MadeDocument {
  const app = plan.names === "constructor" ? plan.names : "app";
  const parts: Parts = {
    ...{ clients: [], groups: [], users: [], clientScopes: [], clientTemplates: [] },
    ...{
      organizationGroups: [],
      policies: [],
      scopeMappings: [],
      realmRoles: new Map(),
      clientRoles: new Map(),
    },
  };
  const [adminId, bystanderId] = [newId(), newId()];
  const everybody = addForEverybody(plan, parts, app, realmName);
  const defaultRole = defaultRoleOf(plan, realmName);
  const around = { plan, parts, app, adminId, defaultRole, newId };
  const programs = plan.programs.map((program, place) => addProgram(around, program, place));
  const stores = addStore(plan, parts, app, newId);
  parts.clients.push(
    { clientId: app, fields: { defaultRoles: everybody.appDefaults, bearerOnly: true } },
    { clientId: bystanderClient, fields: { secret: programSecret } },
  );
  if (plan.management !== "absent") {
    parts.clients.push({ clientId: management, fields: { bearerOnly: true } });
    for (const name of listed) {
      addClientRole(parts, management, name, included[plan.management].get(name) ?? nothing);
    }
  }
  const person = (id: string, username: string, given: Given) => ({
    ...{ id, username, enabled: true, clientId: undefined, given, groups: [], attributes: {} },
  });
  parts.users.push(
    person(adminId, "ada", adminPower("realm-admin")),
    person(bystanderId, bystanderClient, nothing),
  );
  const permissions = permissionFields(plan, parts, adminId);
  const spelled = (clientId: string, fields: Fields) => clientFields(plan, clientId, fields);
  const clients = parts.clients.map(({ clientId, fields }) => spelled(clientId, fields));
  const realm = {
    ...{ ...quickRealm, realm: realmName, ...everybody.fields, ...permissions.fields },
    ...(plan.version === "none" ? {} : { keycloakVersion: plan.version }),
    roles: {
      realm: [...parts.realmRoles].map(([name, held]) => roleFields(plan, name, held)),
      [plan.roles]: asFields(parts.clientRoles, (roles) =>
        [...roles].map(([name, held]) => roleFields(plan, name, held)),
      ),
    },
    [plan.clients]: clients,
    ...(plan.clients === "clients"
      ? { clients: [...clients, ...permissions.clients] }
      : { clients: permissions.clients }),
    groups: parts.groups.map(groupFields),
    users: parts.users.map((user) => userFields(plan, user)),
    ...(parts.clientTemplates.length === 0 ? {} : { clientTemplates: parts.clientTemplates }),
    ...(parts.clientScopes.length === 0
      ? {}
      : {
          clientScopes: parts.clientScopes,
          defaultDefaultClientScopes: plan.programs.flatMap(({ way }, place) =>
            way === "mapperOfRealmScope" ? [`acting_as_${place}`] : [],
          ),
        }),
    ...organizationFields(parts),
    clientScopeMappings:
      parts.scopeMappings.length === 0 ? {} : { [management]: parts.scopeMappings },
  };
  return {
    ...{ realm: spoil(realm, plan), realmName, adminId, bystanderId },
    programs: [...programs, ...stores],
  };
}
