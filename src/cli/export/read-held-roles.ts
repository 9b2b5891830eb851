import { accountRows } from "../../access/survey/account-rows.ts";
import type { RoleReference } from "../../catalog/presets/presets.ts";
import { CliError } from "../cli-error.ts";
import type { CliHost } from "../cli-host.ts";
import { accountsByDanger } from "../output/accounts-by-danger.ts";
import { unknownFieldLines } from "../realm-file/parse-realm-exports.ts";
import { readRealmFiles } from "../realm-file/read-realm-files.ts";
import { realmsInFiles, surveysOf } from "../realm-file/realms-in-files.ts";
import type { ServerLogin } from "../server/server-login.ts";
import { surveyServer } from "../server/survey-server.ts";
import { type ExportedClient, heldRoles } from "./exported-roles.ts";

/**
 * The admin roles of a client in realm files, read as by `presets check`.
 *
 * @throws CliError if a file can't be read, contains something unknown, or has no such client
 */
export async function readRolesFromFiles(
  files: readonly string[],
  client: ExportedClient,
  { readInput }: Pick<CliHost, "readInput">,
): Promise<readonly RoleReference[]> {
  const { parts } = await readRealmFiles(files, undefined, readInput);
  const unknown = unknownFieldLines(parts);
  if (unknown.length > 0) {
    throw new CliError(
      "The client's roles aren't known, because these fields are not known:",
      ...unknown,
    );
  }
  const accounts = accountsByDanger(surveysOf(realmsInFiles(parts)));
  return heldRoles(accounts, client, files.join(", "));
}

/** The roles of a client on a server, and whether the client can see everything in the realm. */
export interface RolesOnServer {
  readonly roles: readonly RoleReference[];
  readonly isWhole: boolean;
}

/**
 * The admin roles of a client on a server.
 *
 * @throws CliError if the server can't be reached, or doesn't show the client
 */
export async function readRolesFromServer(
  login: ServerLogin,
  client: ExportedClient,
): Promise<RolesOnServer> {
  const isOfOther = client.administers !== client.realm;
  const { surveys } = await surveyServer(login, isOfOther ? undefined : client.realm);
  return {
    roles: heldRoles(
      surveys.flatMap(({ survey, details }) => accountRows(survey, details)),
      client,
      login.server,
    ),
    isWhole: surveys.every(({ survey }) => survey.gaps.size === 0),
  };
}
