import type { ReadWorkflows } from "../ends/own-workflow.ts";
import type { RoleKey } from "../model/snapshot.ts";
import { type AccountClient, type AccountUser, accountName, type Survey } from "./survey.ts";

/** One client and its account, as they are after a change. */
export interface ReadAccount {
  readonly client: AccountClient;
  /** Undefined where no user has the usual name. */
  readonly user: AccountUser | undefined;
  /** The admin roles, and roles of the realm's own presets, that are mapped to it; undefined where those of another realm were changed. */
  readonly mapped: readonly RoleKey[] | undefined;
  /** What ends its roles; undefined where that wasn't read. */
  readonly workflows?: ReadWorkflows | undefined;
}

/**
 * A survey with what was read of one client since. What groups, composite roles and the default role give to the
 * account stays: a change of its own role mappings doesn't touch that.
 */
export function withAccount(survey: Survey, read: ReadAccount): Survey {
  const { client, user, mapped } = read;
  const isOther = ([, { clientUuid }]: readonly [string, AccountClient]) =>
    clientUuid !== client.clientUuid;
  const clients = new Map([...survey.clients].filter(isOther));
  clients.set(accountName(client.clientId), client);
  const clientsByUserId = new Map(survey.clientsByUserId);
  for (const [userId, linked] of clientsByUserId) {
    if (linked.clientUuid === client.clientUuid) clientsByUserId.set(userId, client);
  }
  if (user === undefined) return { ...survey, clients, clientsByUserId };
  const others = survey.users.filter(({ userId }) => userId !== user.userId);
  const given = new Map(survey.given);
  if (mapped !== undefined) {
    const kept = (given.get(user.userId) ?? []).filter(({ source }) => source.kind !== "mapped");
    const own = mapped.map((role) => ({ role, source: { kind: "mapped" } as const }));
    given.set(user.userId, [...own, ...kept]);
  }
  const workflows = read.workflows
    ? withWorkflows(survey.workflows, user, read.workflows)
    : survey.workflows;
  return { ...survey, users: [...others, user], clients, clientsByUserId, given, workflows };
}

/** The workflows of a realm with those of one account as they are now, if the realm's are known. */
function withWorkflows(
  known: ReadWorkflows | undefined,
  { userId }: AccountUser,
  read: ReadWorkflows,
): ReadWorkflows | undefined {
  if (known === undefined) return undefined;
  const others = known.workflows.filter((workflow) => workflow.userId !== userId);
  const scheduled = others.map(({ id }) => id).filter((id) => known.scheduled.has(id));
  return {
    workflows: [...others, ...read.workflows],
    scheduled: new Set([...scheduled, ...read.scheduled]),
  };
}
