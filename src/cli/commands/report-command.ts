import { adminClientId } from "../../access/model/admin-client-id.ts";
import type { Survey } from "../../access/survey/survey.ts";
import { accountsAsCsv } from "../../formats/accounts-as-csv.ts";
import { accountsAsJson } from "../../formats/accounts-as-json.ts";
import { createAdminApi, type TokenSource } from "../../keycloak/api/admin-api.ts";
import { AdminApiError } from "../../keycloak/api/admin-api-error.ts";
import { surveyAllRealms } from "../../keycloak/survey/survey-all-realms.ts";
import { surveyServiceAccounts } from "../../keycloak/survey/survey-service-accounts.ts";
import { createLogin } from "../../session/create-login.ts";
import { SessionError } from "../../session/session-error.ts";
import { CliError } from "../cli-error.ts";
import { describeRow } from "../output/account-line.ts";
import { rowsOf } from "../output/accounts-by-danger.ts";
import { type Answer, linesAnswer } from "../output/command-result.ts";

/** Which server is asked, as whom, and about what. */
export interface ReportOptions {
  /** Base address of the server, relative path included. */
  readonly server: string;
  /** Undefined for all realms. */
  readonly realm: string | undefined;
  /** The realm of the client that asks. */
  readonly loginRealm: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly format: "csv" | "json" | "lines";
  /** Is told what could not be read. */
  readonly onGap: (line: string) => void;
}

const master = "master";

/** Access tokens of a client, a new one where the server refuses the last. */
function createTokens({ server, loginRealm, clientId, clientSecret }: ReportOptions): TokenSource {
  const login = createLogin(server, loginRealm);
  let token: Promise<string> | undefined;
  let isOnItsWay = false;
  const request = async () => {
    isOnItsWay = true;
    try {
      return await login.requestToken(clientId, clientSecret);
    } finally {
      isOnItsWay = false;
    }
  };
  return {
    accessToken: () => {
      token ??= request();
      return token;
    },
    forgetToken: () => {
      // All whose token was refused wait for the same new one.
      if (!isOnItsWay) token = undefined;
    },
  };
}

/**
 * Tells which programs hold what on a server, read with a client's own credentials. A role that may
 * look is enough; what it may not see is told.
 *
 * @throws CliError where the server can't be asked, or lets the client do nothing of this
 * @throws what else was thrown, by a mistake of this program
 */
export async function reportAccounts(options: ReportOptions): Promise<Answer> {
  const { server, realm, loginRealm, format, onGap } = options;
  const tokens = createTokens(options);
  const apiOf = (ofRealm: string) => createAdminApi(server, ofRealm, tokens);
  const { signal } = new AbortController();
  let surveys: readonly Survey[] = [];
  try {
    if (realm === undefined) {
      let unread: readonly string[] = [];
      await surveyAllRealms(apiOf, {
        masterRealm: master,
        signal,
        onProgress: (read) => {
          ({ surveys, unread } = read);
        },
      });
      for (const name of unread) onGap(`Realm ${name} could not be read.`);
    } else {
      surveys = [
        await surveyServiceAccounts(apiOf(realm), {
          administers: realm,
          adminClientId: adminClientId(realm === master, realm),
          isMaster: realm === master,
          signal,
          onProgress: () => undefined,
        }),
      ];
    }
  } catch (thrown) {
    throw new CliError(explain(thrown, { server, loginRealm }));
  }
  for (const { realm: name, gaps } of surveys) {
    if (gaps.size > 0) onGap(`Realm ${name}: not all could be seen (${[...gaps].join(", ")}).`);
  }
  const rows = rowsOf(surveys);
  if (format === "lines") return linesAnswer(rows.map(describeRow));
  return { text: format === "csv" ? accountsAsCsv(rows) : accountsAsJson(rows), holds: true };
}

function explain(
  thrown: unknown,
  { server, loginRealm }: Pick<ReportOptions, "server" | "loginRealm">,
): string {
  if (thrown instanceof SessionError) {
    return thrown.failure === "refused"
      ? `${server} did not let the client in at realm ${loginRealm}: ${String(thrown.cause)}. Check the client ID, CLIENT_SECRET and that the client has a service account.`
      : `${server} did not answer as Keycloak does. Check the address and its relative path.`;
  }
  if (thrown instanceof AdminApiError) {
    const status = thrown.status === undefined ? "" : ` (${thrown.status})`;
    return `The Admin API of ${server} failed at "${thrown.attempt}"${status}: ${thrown.failure}. The client needs view-clients, view-users and query-groups; view-realm and view-events show more.`;
  }
  throw thrown;
}
