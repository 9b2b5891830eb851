import { type AccountRow, accountRows } from "../../access/survey/account-rows.ts";
import { createAdminApi } from "../../keycloak/api/admin-api.ts";
import { readReadiness } from "../../keycloak/survey/read-readiness.ts";
import { clientTokens } from "../server/client-tokens.ts";
import { explainingFailures } from "../server/explain-server-failure.ts";
import type { ServerLogin } from "../server/server-login.ts";
import { surveyServer } from "../server/survey-server.ts";
import { rolesOfRows } from "./facts-of-rows.ts";
import type { ClientToJudge, RealmToJudge } from "./realm-readiness.ts";

/** The realms of a server, and what couldn't be seen of them, one line each. */
export interface JudgedServer {
  readonly realms: readonly RealmToJudge[];
  readonly notSeen: readonly string[];
}

const master = "master";

/**
 * Reads what decides whether the realms of a server are ready.
 *
 * @param realm undefined for all realms
 * @throws CliError where the server can't be asked, or lets the client read nothing
 */
export async function realmsOfServer(
  login: ServerLogin,
  realm: string | undefined,
): Promise<JudgedServer> {
  const { surveys, unread } = await surveyServer(login, realm);
  const names = [...new Set(surveys.map(({ survey }) => survey.realm))];
  const tokens = clientTokens(login);
  const bases = await explainingFailures(login, async () => {
    // One realm after another: a server may have hundreds.
    const found = [];
    for (const name of names) {
      found.push({ name, ...(await readReadiness(createAdminApi(login.server, name, tokens))) });
    }
    return found;
  });
  const rowsByClient = new Map<string, AccountRow[]>();
  for (const row of surveys.flatMap(({ survey, details }) => accountRows(survey, details))) {
    if (row.client === undefined) continue;
    const { clientUuid } = row.client;
    rowsByClient.set(clientUuid, [...(rowsByClient.get(clientUuid) ?? []), row]);
  }
  const gapsIn = (name: string) =>
    new Set(
      surveys
        .filter(({ survey }) => survey.realm === name)
        .flatMap(({ survey }) => [...survey.gaps]),
    );
  const realms = bases.map(({ name, clients = [], themes }): RealmToJudge => {
    // The roles of master's clients in other realms are only read with all realms.
    const isPart = (name === master && realm !== undefined) || gapsIn(name).has("users");
    const judged = clients.map(({ clientUuid, isOn, ...client }): ClientToJudge => {
      const { adminRoles, areRolesKnown } = rolesOfRows(rowsByClient.get(clientUuid) ?? [], isOn);
      return { ...client, adminRoles, areRolesKnown: areRolesKnown && !(isPart && isOn) };
    });
    return { realm: name, clients: judged, themes };
  });
  const notSeen = [
    ...unread.map((name) => `Realm ${name} could not be read.`),
    ...bases.flatMap(({ name, clients, themes }) => [
      ...(clients === undefined
        ? [`Realm ${name}: the clients couldn't be seen. It takes view-clients.`]
        : []),
      ...(themes === undefined
        ? [`Realm ${name}: the themes couldn't be seen. It takes view-realm.`]
        : []),
    ]),
    ...names.flatMap((name) => {
      const gaps = [...gapsIn(name)];
      return gaps.length === 0
        ? []
        : [`Realm ${name}: some data couldn't be seen (${gaps.join(", ")}).`];
    }),
  ];
  return { realms, notSeen };
}
