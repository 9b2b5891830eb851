import type ClientRepresentation from "@keycloak/keycloak-admin-client/lib/defs/clientRepresentation.js";
import type RoleRepresentation from "@keycloak/keycloak-admin-client/lib/defs/roleRepresentation.js";
import { factors, type State } from "../state/factors.ts";
import {
  billing,
  bookkeeper,
  documentOf,
  extraRolesOf,
  type NamedRole,
  presetIdOf,
  storeClient,
  storeFormat,
  storeOf,
} from "../state/own-preset.ts";

/** Roles as an import writes those of a user, a group or a composite role. */
export interface GivenRoles {
  readonly realmRoles: string[];
  readonly clientRoles: Record<string, string[]>;
}

function givenOf(roles: readonly NamedRole[]): GivenRoles {
  const ofBilling = roles.filter(({ client }) => client !== undefined).map(({ role }) => role);
  return {
    realmRoles: roles.filter(({ client }) => client === undefined).map(({ role }) => role),
    clientRoles: ofBilling.length === 0 ? {} : { [billing.client]: ofBilling },
  };
}

/** What a client has got by its preset beside admin roles. */
export const extrasOf = (state: State): GivenRoles => givenOf(extraRolesOf(state));

/** What the composite role, and the group, are called by which a client may have got that; undefined where it is nothing. */
export function extraNamesOf(state: State) {
  if (extraRolesOf(state).length === 0) return undefined;
  const id = presetIdOf(state);
  return { composite: `has-${id}`, group: `members-${id}` };
}

/** One state for each preset with other than admin roles. */
const withExtras = (): readonly State[] =>
  (["otherRoles", "changed"] as const).flatMap((ownPreset) =>
    // Nothing else decides what these are.
    factors.power.map((power) => ({ ownPreset, power }) as State),
  );

/** The roles of the realm that presets are about, and composite ones and groups that give all of a preset. */
export function rolesOfPresets() {
  const made = withExtras().flatMap((state) => {
    const names = extraNamesOf(state);
    return names === undefined ? [] : [{ names, given: extrasOf(state) }];
  });
  return {
    realm: [
      { name: bookkeeper },
      ...made.map(
        ({ names, given: { realmRoles, clientRoles } }): RoleRepresentation => ({
          ...{ name: names.composite, composite: true },
          composites: { realm: realmRoles, client: clientRoles },
        }),
      ),
    ],
    ofBilling: billing.roles.map((name) => ({ name })),
    groups: made.map(({ names, given: { realmRoles, clientRoles } }) => ({
      ...{ name: names.group, path: `/${names.group}` },
      ...{ realmRoles, clientRoles },
    })),
  };
}

/** The clients that presets are about: one with roles, and the one with the documents. */
export function clientsOfPresets(state: State): readonly ClientRepresentation[] {
  const plain = { enabled: false, publicClient: true, standardFlowEnabled: false };
  const other = { ...plain, clientId: billing.client };
  const kind = storeOf(state);
  if (kind === "none") return [other];
  const stored = kind === "ours" ? withDocuments : (["notOurs"] as const);
  const documents = stored.flatMap((ownPreset) =>
    factors.power.map((power) => [
      `preset.${presetIdOf({ ownPreset, power })}`,
      documentOf(ownPreset, power),
    ]),
  );
  const attributes = Object.fromEntries([...(kind === "ours" ? [storeFormat] : []), ...documents]);
  const store = { ...plain, directAccessGrantsEnabled: false, fullScopeAllowed: false };
  return [other, { ...store, clientId: storeClient, attributes }];
}

const withDocuments = ["adminRoles", "otherRoles", "changed", "broken"] as const;
