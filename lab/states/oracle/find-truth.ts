import type { AdminApi } from "../../../test/e2e/realm/admin-api.ts";
import type { CallTruth, Truth } from "../truth.ts";
import { type Credentials, takeToken } from "./client-token.ts";
import { type CallTargets, type OracleCall, oracleCalls } from "./oracle-calls.ts";
import { findOwnPreset, type PresetSubject } from "./own-preset-truth.ts";
import { findEnds, type MadeEnd } from "./true-ends.ts";

/** The client whose truth is looked for, and where. */
export interface OracleSubject {
  readonly baseUrl: string;
  readonly realm: string;
  readonly targets: CallTargets;
  readonly clientUuid: string;
  /** The UUID of `realm-management`. */
  readonly managementUuid: string;
  readonly credentials: Credentials;
  /** The preset of the realm that the state is about, and the administrator who looks. */
  readonly ownPreset: Pick<PresetSubject, "presetId" | "actor" | "shipped">;
  /** The workflows that were made to end its roles; undefined where the server has none. */
  readonly ends: readonly MadeEnd[] | undefined;
  /** When all was made, and when the product had read all, in milliseconds since 1970. */
  readonly madeAt: number;
  readonly readAt: number;
}

interface Named {
  readonly id: string;
  readonly name: string;
}

/** The bodies that an administrator of the server gets, by the calls' lines: what part is left out is told by them. */
export type WholeAnswers = Map<string, Promise<unknown>>;

/**
 * Finds out what is true of a client: an administrator of the whole server reads what there is, then the client
 * itself makes every call. Where it has no account and its settings give it one, the account is there afterwards. Last
 * of all, the account is changed by what its preset is said to give.
 *
 * @throws where the administrator is refused something
 */
export async function findTruth(
  api: AdminApi,
  subject: OracleSubject,
  whole: WholeAnswers,
): Promise<Truth> {
  const { baseUrl, realm, targets, clientUuid, managementUuid, credentials } = subject;
  const { madeAt, readAt } = subject;
  const { path } = targets;
  const [client, realmSettings, all] = await Promise.all([
    api.get<ClientAnswer>(`${path}/clients/${clientUuid}`),
    api.get<Truth["realm"]>(path),
    api.get<Named[]>(`${path}/clients/${managementUuid}/roles`),
  ]);
  const account = await findAccount(api, `${path}/clients/${clientUuid}/service-account-user`);
  // Up to Keycloak 26.0 an imported user has no time, unlike one that the server makes itself.
  const createdAt = account?.createdTimestamp ?? 0;
  const isThere = account !== undefined && createdAt < readAt;
  const isMadeByReading = isThere && createdAt >= madeAt;
  const roles =
    account === undefined
      ? []
      : await api.get<Named[]>(
          `${path}/users/${account.id}/role-mappings/clients/${managementUuid}/composite`,
        );
  const ends =
    account === undefined || subject.ends === undefined
      ? subject.ends && []
      : await findEnds(api, path, { userId: account.id, managementUuid }, subject.ends);
  const granted = await api.get<Named[]>(
    `${path}/clients/${clientUuid}/evaluate-scopes/scope-mappings/${managementUuid}/granted?scope=`,
  );
  const effective = new Set(roles.map(({ name }) => name));
  const inScope = new Set(granted.map(({ name }) => name));
  const realmUrl = `${baseUrl}/realms/${encodeURIComponent(realm)}`;
  const token = await takeToken(realmUrl, credentials);
  const make = async (call: OracleCall): Promise<CallTruth> =>
    token.kind === "refused"
      ? "refused"
      : await makeCall(api, call, { baseUrl, targets, token: token.token, whole });
  const calls = new Map<string, CallTruth>();
  // Those that write come one after the other: two at once may be in each other's way.
  const [reads, writes] = [true, false].map((isRead) =>
    oracleCalls.filter(({ method }) => (method === "GET") === isRead),
  );
  const answers = (reads ?? []).map(async (call) => [call.id, await make(call)] as const);
  for (const [id, answer] of await Promise.all(answers)) calls.set(id, answer);
  for (const call of writes ?? []) calls.set(call.id, await make(call));
  const ownPreset = await findOwnPreset(api, {
    ...{ ...subject.ownPreset, realm, path, clientUuid },
    userId: isThere && !isMadeByReading ? account.id : undefined,
  });
  return {
    account: isThere && !isMadeByReading ? "exists" : "none",
    isMadeByReading,
    accountEnabled: account?.enabled,
    client: {
      enabled: client.enabled,
      publicClient: client.publicClient,
      bearerOnly: client.bearerOnly,
      serviceAccountsEnabled: client.serviceAccountsEnabled,
      isBound: ["dpop.bound.access.tokens", "tls.client.certificate.bound.access.tokens"].some(
        (name) => client.attributes?.[name] === "true",
      ),
    },
    realm: realmSettings,
    effective,
    inScope: new Set([...effective].filter((name) => inScope.has(name))),
    isRealmAdmin: all.every(({ name }) => effective.has(name)),
    token: token.kind === "refused" ? { kind: token.kind, said: token.said } : { kind: "granted" },
    ...{ ends, ownPreset, calls },
  };
}

interface ClientAnswer extends Omit<Truth["client"], "isBound"> {
  readonly attributes?: Readonly<Record<string, string>>;
}

interface AccountAnswer {
  readonly id: string;
  readonly enabled: boolean;
  readonly createdTimestamp?: number;
}

/**
 * The account, also one that this very request makes, which the server does where service accounts are on: it is
 * told by when it was made. The server answers 400 where there is none and none is made.
 */
async function findAccount(api: AdminApi, path: string): Promise<AccountAnswer | undefined> {
  try {
    return await api.get<AccountAnswer>(path);
  } catch (thrown) {
    if (thrown instanceof Error && /answered (400|404)/.test(thrown.message)) return undefined;
    throw thrown;
  }
}

interface CallContext {
  readonly baseUrl: string;
  readonly targets: CallTargets;
  readonly token: string;
  readonly whole: WholeAnswers;
}

async function makeCall(
  api: AdminApi,
  { method, pathIn, body }: OracleCall,
  { baseUrl, targets, token, whole }: CallContext,
): Promise<CallTruth> {
  const path = pathIn(targets);
  const forAll = whole.get(path) ?? api.get<unknown>(path);
  whole.set(path, forAll);
  const response = await fetch(baseUrl + path, {
    method,
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body === "whatIsThere" ? await forAll : body) }),
  });
  const text = await response.text();
  if (response.status === 401 || response.status === 403) return "refused";
  // 409: it may make what is there already.
  if (!response.ok && response.status !== 409) {
    throw new Error(`${method} ${path} was answered ${response.status}: ${text}`);
  }
  if (method !== "GET") return "whole";
  return sizeOf(JSON.parse(text)) < sizeOf(await forAll) ? "part" : "whole";
}

/** How much an answer holds: items of a list, fields of an object. */
function sizeOf(answer: unknown): number {
  if (Array.isArray(answer)) return answer.length;
  return typeof answer === "object" && answer !== null ? Object.keys(answer).length : 1;
}
