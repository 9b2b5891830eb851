import type { AnswerCall } from "./admin-call.ts";
import { adminEventCalls, recordWrite } from "./admin-event-calls.ts";
import { clientCalls } from "./client-calls.ts";
import { clientScopeCalls } from "./client-scope-calls.ts";
import { groupCalls } from "./group-calls.ts";
import { policyCalls } from "./policy-calls.ts";
import { powerIn } from "./power.ts";
import { realmCalls } from "./realm-calls.ts";
import type { RealmState, UserState } from "./realm-state.ts";
import { forbidden, notFound, Refusal } from "./refusal.ts";
import { roleCalls } from "./role-calls.ts";
import { roleMappingCalls } from "./role-mapping-calls.ts";
import { scopeMappingCalls } from "./scope-mapping-calls.ts";
import { userCalls } from "./user-calls.ts";
import { workflowCalls } from "./workflow-calls.ts";

/** A request as it came over the wire. */
export interface WireRequest {
  readonly method: string;
  readonly url: URL;
  readonly authorization: string | null;
  readonly body: string;
}

/** Who holds a token. */
export interface Administrator {
  readonly realm: RealmState;
  readonly user: UserState;
}

/** What requests are answered from. */
export interface ServerState {
  readonly realms: ReadonlyMap<string, RealmState>;
  readonly administrators: ReadonlyMap<string, Administrator>;
  readonly newId: () => string;
}

const calls = [
  ...realmCalls,
  ...adminEventCalls,
  ...clientCalls,
  ...clientScopeCalls,
  ...roleCalls,
  ...roleMappingCalls,
  ...scopeMappingCalls,
  ...userCalls,
  ...groupCalls,
  ...policyCalls,
  ...workflowCalls,
].map(([pattern, answer]) => ({ pattern: pattern.split(/[ /]/), answer }));

interface FoundCall {
  readonly answer: AnswerCall;
  readonly parameters: readonly [string, string];
}

function findCall(method: string, path: readonly string[]): FoundCall | undefined {
  const steps = [method, ...path];
  for (const { pattern, answer } of calls) {
    const fits = pattern.every((step, place) => step === "*" || step === steps[place]);
    if (!fits || pattern.length !== steps.length) continue;
    const [first = "", second = ""] = steps.filter((_, place) => pattern[place] === "*");
    return { answer, parameters: [first, second] };
  }
  return undefined;
}

/** Who the token is of: nobody, once the user is deleted or disabled or the realm is gone. */
function callerOf({ administrators, realms }: ServerState, authorization: string | null) {
  const [, token = ""] = /^Bearer (.+)$/.exec(authorization ?? "") ?? [];
  const caller = administrators.get(token);
  const { realm, user } = caller ?? {};
  const isKnown = realm !== undefined && realms.get(realm.name) === realm;
  if (!isKnown || user === undefined || !user.enabled || !realm.users.has(user.id)) {
    throw new Refusal(401, "HTTP 401 Unauthorized");
  }
  return { realm, user };
}

/** The realms that the caller has some admin role of; none is as forbidden as the list is. */
function listRealms(state: ServerState, { authorization }: WireRequest): unknown {
  const caller = callerOf(state, authorization);
  const seen = [...state.realms.values()].filter(
    (realm) =>
      (caller.realm === realm || caller.realm.name === "master") &&
      powerIn(realm, caller.user, caller.realm).names.length > 0,
  );
  if (seen.length === 0) throw forbidden();
  return seen.map(({ name }) => ({ realm: name }));
}

/**
 * Who the caller is, and which admin roles they have in the realm that is asked about, as the console is told. A real server tells
 * no other client's tokens.
 *
 * @see [AdminConsole](https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/services/resources/admin/AdminConsole.java)
 */
function whoAmI(state: ServerState, { url, authorization }: WireRequest): unknown {
  const caller = callerOf(state, authorization);
  const name = url.searchParams.get("currentRealm") ?? caller.realm.name;
  const realm = state.realms.get(name);
  if (realm === undefined) throw notFound("Realm not found.");
  const { names, isServerAdmin } = powerIn(realm, caller.user, caller.realm);
  const { id, username } = caller.user;
  return {
    ...{ userId: id, realm: caller.realm.name, displayName: `Name of ${username}` },
    realm_access: { [name]: isServerAdmin ? [...names, "admin"] : names },
  };
}

/**
 * Answers one request of the Admin API, at once and with no other in between.
 *
 * @returns the body of a 200, `undefined` for a 204, or what was created
 * @throws Refusal where the server answers with something else
 * @throws Error where the call is none that is known here; a real server may well know it
 */
export function answerRequest(state: ServerState, request: WireRequest): unknown {
  const { method, url, authorization, body } = request;
  if (method === "GET" && /\/admin\/realms\/?$/.test(url.pathname))
    return listRealms(state, request);
  if (method === "GET" && url.pathname.endsWith("/console/whoami")) return whoAmI(state, request);
  const [, below] = /\/admin\/realms\/(.+?)\/?$/.exec(url.pathname) ?? [];
  const [realmName = "", ...path] = (below ?? "").split("/").map(decodeURIComponent);
  const found = findCall(method, path);
  if (found === undefined) {
    throw new Error(`The in-memory Keycloak knows no ${method} ${url.pathname}.`);
  }
  const caller = callerOf(state, authorization);
  const realm = state.realms.get(realmName);
  if (realm === undefined) throw notFound("Realm not found.");
  if (caller.realm !== realm && caller.realm.name !== "master") throw forbidden();
  const answer = found.answer({
    realm,
    power: powerIn(realm, caller.user, caller.realm),
    parameters: found.parameters,
    query: url.searchParams,
    body,
    newId: state.newId,
  });
  recordWrite(realm, caller, { method, path, body });
  return answer;
}
