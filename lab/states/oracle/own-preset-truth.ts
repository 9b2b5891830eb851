import type { AdminApi } from "../../../test/e2e/realm/admin-api.ts";
import { management, type NamedRole, nameOf } from "../state/own-preset.ts";
import type { OwnPresetTruth, PresetRoleTruth } from "../truth.ts";
import { type AnsweredClient, readStoreTruth } from "./read-document.ts";
import { type Actor, type RoleOnServer, tryPreset } from "./try-preset.ts";

/** The client, and its preset. */
export interface PresetSubject {
  readonly realm: string;
  /** The realm's path in the Admin API. */
  readonly path: string;
  readonly clientUuid: string;
  readonly userId: string | undefined;
  readonly presetId: string;
  /** The administrator who looks. */
  readonly actor: Actor;
  /** What admin roles include as Keycloak ships them, by their names. */
  readonly shipped: ReadonlyMap<string, readonly string[]>;
}

interface Listed {
  readonly id: string;
  readonly name: string;
}

type FoundRole = PresetRoleTruth & { readonly onServer: RoleOnServer | undefined };

/**
 * Finds out what is true of a preset that a realm stores itself: an administrator of the whole server reads document and
 * roles, then the one who looks tries to give what is lacking and to take what the preset lost. That changes the account.
 *
 * @throws where the administrator of the server is refused something
 */
export async function findOwnPreset(
  api: AdminApi,
  subject: PresetSubject,
): Promise<OwnPresetTruth> {
  const { path, clientUuid, presetId, actor, userId } = subject;
  const clients = await api.get<AnsweredClient[]>(`${path}/clients`);
  const { kind, presets } = readStoreTruth(clients);
  const store = kind === "found" ? [...presets.keys()].sort() : kind;
  const preset = presets.get(presetId);
  if (preset === undefined) return { store, preset: undefined };
  const client = clients.find(({ id }) => id === clientUuid);
  const marker = client?.attributes?.[`service-account-presets.custom.${presetId}`] ?? "";
  const before = preset.formerly.get(Number(marker));
  const named = [...preset.roles, ...(before ?? [])];
  const found = new Map<string, FoundRole>();
  for (const of of new Set(named.map((role) => role.client))) {
    const container = clients.find(({ clientId }) => clientId === of);
    const roles = named.filter((role) => role.client === of);
    for (const role of await inContainer(api, subject, roles, container))
      found.set(role.name, role);
  }
  const roles = preset.roles.flatMap((role) => found.get(nameOf(role)) ?? []);
  const former = before?.flatMap((role) => found.get(nameOf(role)) ?? []);
  const earlier = former && { revision: marker, roles: former };
  const kept = new Set(roles.map(({ name }) => name));
  const tried = await tryPreset(api, actor, {
    ...{ path, clientUuid, userId },
    lacking: roles.filter(({ isInEffect }) => !isInEffect).flatMap((it) => it.onServer ?? []),
    left: (former ?? [])
      .filter(({ name, isMapped }) => isMapped && !kept.has(name))
      .flatMap((it) => it.onServer ?? []),
  });
  return { store, preset: { roles, earlier, tried } };
}

/** Reads what is true of roles of one container: of a client, or of the realm where no client is named. */
async function inContainer(
  api: AdminApi,
  { path, realm, clientUuid, userId, shipped }: PresetSubject,
  roles: readonly NamedRole[],
  container: AnsweredClient | undefined,
): Promise<readonly FoundRole[]> {
  const isGone = container === undefined && roles.some(({ client }) => client !== undefined);
  const at = container === undefined ? "realm" : `clients/${container.id}`;
  const read = async (address: string) =>
    isGone ? [] : await api.get<Listed[]>(`${path}/${address}`);
  const ofUser = (kind: string) =>
    userId === undefined ? [] : read(`users/${userId}/role-mappings/${at}${kind}`);
  const [listed, mapped, effective, granted] = await Promise.all([
    read(container === undefined ? "roles" : `${at}/roles`),
    ofUser(""),
    ofUser("/composite"),
    read(
      `clients/${clientUuid}/evaluate-scopes/scope-mappings/${container?.id ?? encodeURIComponent(realm)}/granted?scope=`,
    ),
  ]);
  const isIn = (list: readonly Listed[], name: string) => list.some((it) => it.name === name);
  return roles.map((role) => {
    const onServer = listed.find(({ name }) => name === role.role);
    const isInEffect = isIn(effective, role.role);
    const parts = role.client === management ? partsOf(role.role, listed, shipped) : [];
    return {
      name: nameOf(role),
      exists: onServer !== undefined,
      ...{ isMapped: isIn(mapped, role.role), isInEffect, isInScope: isIn(granted, role.role) },
      isReduced: isInEffect && parts.some((part) => !isIn(effective, part)),
      onServer: onServer && { id: onServer.id, name: role.role, at, shownAs: nameOf(role) },
    };
  });
}

/** What Keycloak ships an admin role with, as far as the realm has these roles. */
function partsOf(
  name: string,
  listed: readonly Listed[],
  shipped: PresetSubject["shipped"],
): readonly string[] {
  const there = listed.map((it) => it.name);
  if (name === "realm-admin") return there;
  return (shipped.get(name) ?? []).filter((part) => there.includes(part));
}
