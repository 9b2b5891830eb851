import { Option } from "@commander-js/extra-typings";
import { type AdminApi, createAdminApi } from "../../keycloak/api/admin-api.ts";
import { listRealms } from "../../keycloak/survey/list-realms.ts";
import { parseName } from "../arguments/parse-name.ts";
import { parseServerAddress } from "../arguments/parse-server-address.ts";
import type { CliHost } from "../cli-host.ts";
import { clientTokens } from "../server/client-tokens.ts";
import { explainingFailures } from "../server/explain-server-failure.ts";
import { secretInEnvironment } from "../server/secret-in-environment.ts";

/** `--server`. */
export const serverOption = () =>
  new Option("--server <address>", "base address of the server")
    .argParser(parseServerAddress)
    .makeOptionMandatory();

/** `--client`, with what its service account needs. */
export const clientOption = (needs: string) =>
  new Option(
    "--client <client-id>",
    `the client to sign in with; CLIENT_SECRET has its secret, and its service account needs ${needs}`,
  )
    .argParser(parseName)
    .makeOptionMandatory();

/** `--realm`, which may be given several times. */
export const realmsOption = () =>
  new Option("--realm <realm>", "a realm; may be repeated")
    .argParser((realm, all: readonly string[]) => [...all, parseName(realm)])
    .default([], "none")
    .conflicts("allRealms");

/** `--all-realms`. */
export const allRealmsOption = () =>
  new Option("--all-realms", "all realms, with a client of master");

/** `--login-realm`. */
export const loginRealmOption = () =>
  new Option(
    "--login-realm <realm>",
    "the realm of the client that signs in: by default the one realm, or master for several",
  ).argParser(parseName);

/** What these options say. */
export interface ServerOptions {
  readonly server: string;
  readonly client: string;
  readonly realm: readonly string[];
  readonly allRealms?: true | undefined;
  readonly loginRealm?: string | undefined;
}

/** The realms of a server that a command is about. */
export interface AskedServer {
  readonly realms: readonly string[];
  readonly apiOf: (realm: string) => AdminApi;
  /** Has failures of the server explained. @throws CliError where the server is the reason */
  readonly explaining: <Answer>(ask: () => Promise<Answer>) => Promise<Answer>;
}

/**
 * Signs in.
 *
 * @throws CliError where there is no secret, or the server can't be asked
 */
export async function askServer(
  { server, client, realm, allRealms, loginRealm }: ServerOptions,
  host: CliHost,
): Promise<AskedServer> {
  const [first = "master", second] = realm;
  const login = {
    server,
    loginRealm: loginRealm ?? (second === undefined ? first : "master"),
    clientId: client,
    clientSecret: secretInEnvironment(client, host),
  };
  const tokens = clientTokens(login);
  const apiOf = (name: string) => createAdminApi(server, name, tokens);
  const explaining: AskedServer["explaining"] = (ask) => explainingFailures(login, ask);
  const realms = allRealms ? await explaining(() => listRealms(apiOf(login.loginRealm))) : realm;
  return { realms: [...new Set(realms)], apiOf, explaining };
}
