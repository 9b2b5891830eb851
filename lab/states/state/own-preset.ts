import { rolesOfPower, type State } from "./factors.ts";

/** The client whose attributes are the presets of a realm. */
export const storeClient = "service-account-presets";

/** The attribute by which that client says that it is one, and its value. */
export const storeFormat = ["service-account-presets.format", "1"] as const;

/** The client with the admin roles, as documents of presets name it. */
export const management = "realm-management";

/** A client with roles of its own, and these; and a role of the realm. */
export const billing = { client: "billing", roles: ["read", "write"] } as const;
export const bookkeeper = "bookkeeper";

/** A role as a document of a preset names it. */
export interface NamedRole {
  readonly client?: string;
  readonly role: string;
}

/** What a realm has: no client for presets, one of this product, or another one of that name. */
export type StoreKind = "none" | "ours" | "notOurs";

export function storeOf({ ownPreset }: Pick<State, "ownPreset">): StoreKind {
  if (ownPreset === "none" || ownPreset === "notOurs") return ownPreset;
  return "ours";
}

/** The name of a role, such as `billing/write`. */
export const nameOf = ({ client, role }: NamedRole): string =>
  client === undefined ? role : `${client}/${role}`;

const kinds = { adminRoles: "admin", otherRoles: "other", changed: "changed", broken: "broken" };

/** The id of the preset that a state is about; also where its realm has none. */
export function presetIdOf({ ownPreset, power }: Pick<State, "ownPreset" | "power">): string {
  const isThere = ownPreset !== "none" && ownPreset !== "notOurs";
  return `${isThere ? kinds[ownPreset] : kinds.adminRoles}-${power.toLowerCase()}`;
}

/** The attribute by which a client says which revision of its preset it got; none where it got none. */
export function markersOf(state: State): Readonly<Record<string, string>> {
  if (state.ownPreset === "none") return {};
  return { [`service-account-presets.custom.${presetIdOf(state)}`]: "1" };
}

/** The composite role of the realm that includes the admin roles of a power. */
export const compositeOf = (power: State["power"]): string => `operators-${power}`;

const write: NamedRole = { client: billing.client, role: "write" };
const read: NamedRole = { client: billing.client, role: "read" };
const ofRealm: NamedRole = { role: bookkeeper };

const adminRolesOf = (power: State["power"]): readonly NamedRole[] =>
  rolesOfPower[power].map((role) => ({ client: management, role }));

/** The roles of a preset with others than admin roles: of the realm and of another client. */
function otherRolesOf(power: State["power"]): readonly NamedRole[] {
  switch (power) {
    case "manageUsers":
      // This composite role includes admin roles.
      return [{ role: compositeOf(power) }, write];
    case "realmAdmin":
      // This client is no longer there.
      return [{ client: "former-billing", role: "write" }, ofRealm];
    case "viewUsers":
    case "viewRealmAndEvents":
      return [...adminRolesOf(power), write, ofRealm];
  }
}

/** The roles of a preset that changed, of each revision from the first. */
function revisionsOf(power: State["power"]): readonly (readonly NamedRole[])[] {
  const admin = adminRolesOf(power);
  switch (power) {
    case "viewRealmAndEvents":
      return [
        [...admin, read],
        [...admin.slice(1), ofRealm],
      ];
    case "manageUsers":
      return [
        [...admin, ofRealm, read],
        [...admin, read, write],
        [...admin, write],
      ];
    case "viewUsers":
    case "realmAdmin":
      return [
        [...admin, ofRealm, read],
        [...admin, write],
      ];
  }
}

/** The roles that a client has got by its preset, beside the admin roles of its power. */
export function extraRolesOf({ ownPreset, power }: State): readonly NamedRole[] {
  const [first = []] = revisionsOf(power);
  const roles =
    ownPreset === "changed" ? first : ownPreset === "otherRoles" ? otherRolesOf(power) : [];
  return roles.filter(({ client }) => client === undefined || client === billing.client);
}

/** A text in which something is wrong, for each power another thing. */
const brokenTexts: Readonly<Record<State["power"], string>> = {
  viewUsers: "{",
  realmAdmin: JSON.stringify({ name: "Broken realmAdmin", roles: [] }),
  manageUsers: JSON.stringify({ name: "Broken manageUsers", roles: [{ client: management }] }),
  viewRealmAndEvents: JSON.stringify({ roles: adminRolesOf("viewRealmAndEvents") }),
};

/** The text of the document that a preset is stored as. */
export function documentOf(ownPreset: State["ownPreset"], power: State["power"]): string {
  const named = { name: `${ownPreset} for ${power}`, purpose: "A state is about it" };
  switch (ownPreset) {
    case "broken":
      return brokenTexts[power];
    case "otherRoles":
      return JSON.stringify({ ...named, roles: otherRolesOf(power), revision: 1 });
    case "changed": {
      const [now, ...formerly] = revisionsOf(power)
        .map((roles, place) => ({ roles, revision: place + 1 }))
        .reverse();
      return JSON.stringify({ ...named, ...now, formerly });
    }
    default:
      return JSON.stringify({ ...named, roles: adminRolesOf(power), revision: 1 });
  }
}
