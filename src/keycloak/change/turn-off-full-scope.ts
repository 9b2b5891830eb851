import type { ClientSettings } from "../../access/model/snapshot.ts";
import {
  type FullScopePlan,
  type RolesOfContainer,
  withoutRoles,
} from "../../access/plan/full-scope.ts";
import type { AdminApi } from "../api/admin-api.ts";
import { parseClient } from "../api/parse-answers.ts";
import { readScopeMappings } from "../client/read-full-scope.ts";
import { keptSwitches } from "./kept-switches.ts";
import { removeRoles } from "./remove-roles.ts";

/** What came of turning full scope off, or on again. */
export interface FullScopeOutcome {
  readonly client: ClientSettings;
  /** Roles that this change added to the scope, or tried to: none of them was in it before. */
  readonly added: readonly RolesOfContainer[];
  /** Whether full scope is on; undefined if that isn't known. */
  readonly isFullScope: boolean | undefined;
  /** Why it stopped; undefined if it came to its end. */
  readonly problem: unknown;
}

/** The server holds something else than what was just written. */
export class ScopeNotAsWrittenError extends Error {
  override readonly name = "ScopeNotAsWrittenError";
}

/**
 * Nothing else in the client changes. An imported client that lacks the client scope `service_account` gets it, as
 * whenever a client is saved in the console (tried on 26.7.3).
 */
async function writeFullScope(
  api: AdminApi,
  client: ClientSettings,
  fullScopeAllowed: boolean,
): Promise<void> {
  await api.call("change", () =>
    api.clients.update({ id: client.clientUuid }, { ...keptSwitches(client), fullScopeAllowed }),
  );
}

const toMapping = ({ id, name }: RolesOfContainer["roles"][number]) => ({ id, name });

async function addToScope(
  { call, clients }: AdminApi,
  id: string,
  { clientUuid, roles }: RolesOfContainer,
): Promise<void> {
  const mappings = roles.map(toMapping);
  await call("change", () =>
    clientUuid === undefined
      ? clients.addRealmScopeMappings({ id }, mappings)
      : clients.addClientScopeMappings({ id, client: clientUuid }, mappings),
  );
}

/** Through the one function that sends DELETE for roles; the client with the roles stands in the admin client's place. */
async function removeFromScope(
  api: AdminApi,
  client: ClientSettings,
  { clientUuid, clientId, roles }: RolesOfContainer,
): Promise<void> {
  const container = clientUuid === undefined ? "realm" : "admin";
  const owner = {
    clientUuid: clientUuid ?? "",
    clientId: clientId ?? "",
    authorizationServicesEnabled: false,
  };
  const target = { client, adminClient: owner, account: { kind: "notKnown" } } as const;
  await removeRoles(
    api,
    target,
    "scope",
    roles.map(({ id, name }) => ({ container, id, name })),
  );
}

async function readFlag(api: AdminApi, id: string): Promise<boolean> {
  const query = { id };
  const client = await api.call("readClient", async () =>
    parseClient(await api.clients.findOne(query)),
  );
  return client.fullScopeAllowed;
}

/** Whether full scope is on, as the server says after something failed. */
async function flagAfterFailure(api: AdminApi, id: string): Promise<boolean | undefined> {
  return readFlag(api, id).catch(() => undefined);
}

/**
 * Turns full scope off: first the roles are added to the scope, one request for each container, then the switch is
 * written, and both are read back. Wherever that stops, the tokens of the service account have all of their roles.
 *
 * @returns what came of it; a failed request is in it, and isn't thrown
 */
export async function turnOffFullScope(
  api: AdminApi,
  client: ClientSettings,
  { add }: FullScopePlan,
): Promise<FullScopeOutcome> {
  const { clientUuid } = client;
  const added: RolesOfContainer[] = [];
  try {
    for (const part of add) {
      // A request without an answer may have been carried out.
      added.push(part);
      await addToScope(api, clientUuid, part);
    }
    const before = await readScopeMappings(api, clientUuid);
    if (withoutRoles(add, before).length > 0) {
      throw new ScopeNotAsWrittenError("Roles that were added to the scope aren't in it.");
    }
    await writeFullScope(api, client, false);
    const isFullScope = await readFlag(api, clientUuid);
    const problem = isFullScope
      ? new ScopeNotAsWrittenError("Full scope is still allowed.")
      : undefined;
    return { client, added, isFullScope, problem };
  } catch (problem) {
    return { client, added, isFullScope: await flagAfterFailure(api, clientUuid), problem };
  }
}

/**
 * Takes it back: full scope is turned on first, then the roles that were added are removed from the scope, and no
 * others.
 *
 * @returns what came of it; a failed request is in it, and isn't thrown
 */
export async function turnOnFullScope(
  api: AdminApi,
  { client, added }: FullScopeOutcome,
): Promise<FullScopeOutcome> {
  let left = added;
  try {
    await writeFullScope(api, client, true);
    if (!(await readFlag(api, client.clientUuid))) {
      throw new ScopeNotAsWrittenError("Full scope is still off.");
    }
    for (const part of added) {
      await removeFromScope(api, client, part);
      left = left.filter((it) => it !== part);
    }
    return { client, added: left, isFullScope: true, problem: undefined };
  } catch (problem) {
    const isFullScope = await flagAfterFailure(api, client.clientUuid);
    return { client, added: left, isFullScope, problem };
  }
}
