import { type AccountRow, accountRows } from "../../access/survey/account-rows.ts";
import { type AdminApi, createAdminApi } from "../../keycloak/api/admin-api.ts";
import { isForbidden } from "../../keycloak/api/admin-api-error.ts";
import type { ListedClient } from "../../keycloak/survey/parse-survey-answers.ts";
import { readThemeSettings } from "../../keycloak/survey/read-theme-settings.ts";
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

/** A realm's themes, undefined if they can't be seen. */
async function readThemes(api: AdminApi): Promise<RealmToJudge["themes"]> {
  try {
    return await readThemeSettings(api);
  } catch (thrown) {
    if (isForbidden(thrown)) return undefined;
    throw thrown;
  }
}

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
  // By realm and client UUID: where clients are made or deleted between two pages, one may be on both.
  const listed = new Map<string, Map<string, ListedClient>>();
  const { surveys, unread } = await surveyServer(login, realm, (ofRealm, page) => {
    const all = listed.get(ofRealm) ?? new Map<string, ListedClient>();
    for (const client of page) all.set(client.clientUuid, client);
    listed.set(ofRealm, all);
  });
  const surveysOf = (name: string) =>
    surveys.map(({ survey }) => survey).filter((survey) => survey.realm === name);
  const gapsIn = (name: string) => new Set(surveysOf(name).flatMap(({ gaps }) => [...gaps]));
  /** An administrator who may only search for clients gets an empty list: each realm has clients. */
  const clientsIn = (name: string) => {
    const found = [...(listed.get(name)?.values() ?? [])];
    const isWhole = surveysOf(name).every(({ progress }) => progress.areClientsRead);
    return isWhole && found.length > 0 ? found : undefined;
  };
  const names = [...new Set(surveys.map(({ survey }) => survey.realm))];
  const tokens = clientTokens(login);
  const bases = await explainingFailures(login, async () => {
    // One realm after another: a server may have hundreds.
    const found = [];
    for (const name of names) {
      const themes = await readThemes(createAdminApi(login.server, name, tokens));
      found.push({ name, clients: clientsIn(name), themes });
    }
    return found;
  });
  const rowsByClient = new Map<string, AccountRow[]>();
  for (const row of surveys.flatMap(({ survey, details }) => accountRows(survey, details))) {
    if (row.client === undefined) continue;
    const { clientUuid } = row.client;
    rowsByClient.set(clientUuid, [...(rowsByClient.get(clientUuid) ?? []), row]);
  }
  const realms = bases.map(({ name, clients = [], themes }): RealmToJudge => {
    // The roles of master's clients in other realms are only read with all realms.
    const isPart = (name === master && realm !== undefined) || gapsIn(name).has("users");
    const judged = clients.map((client): ClientToJudge => {
      const { clientUuid, clientId, bearerOnly, fullScopeAllowed, isOn, loginTheme } = client;
      const { adminRoles, areRolesKnown } = rolesOfRows(rowsByClient.get(clientUuid) ?? [], isOn);
      return {
        ...{ clientId, bearerOnly, fullScopeAllowed, loginTheme },
        adminClientScope: client.adminClientScope,
        adminRoles,
        areRolesKnown: areRolesKnown && !(isPart && isOn),
      };
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
