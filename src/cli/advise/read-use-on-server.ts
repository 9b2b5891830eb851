import { everything } from "../../access/model/admin-powers.ts";
import type { HeldRoles } from "../../access/model/held-admin-roles.ts";
import { roleNamesIn } from "../../access/model/role-reference.ts";
import { roleKey } from "../../access/model/snapshot.ts";
import { type AccountRow, accountRows } from "../../access/survey/account-rows.ts";
import type { RecordedUse } from "../../access/use/recorded-use.ts";
import { loadMeasurement } from "../../catalog/measured/load-measurement.ts";
import type { MeasuredMatrix } from "../../catalog/measured/measured-matrix.ts";
import type { Preset } from "../../catalog/presets/presets.ts";
import { presetsForProvider } from "../../catalog/presets/presets-for-provider.ts";
import { organizationProviderOf } from "../../catalog/server/organization-provider.ts";
import { createAdminApi } from "../../keycloak/api/admin-api.ts";
import { readRecordedUse } from "../../keycloak/client/read-recorded-use.ts";
import { CliError } from "../cli-error.ts";
import { type ExportedClient, findAccount } from "../export/exported-roles.ts";
import { loadMatrix } from "../measured/load-matrix.ts";
import { clientTokens } from "../server/client-tokens.ts";
import { explainingFailures } from "../server/explain-server-failure.ts";
import type { ServerLogin } from "../server/server-login.ts";
import { surveyServer } from "../server/survey-server.ts";

/** What a server tells of a service account and its use. */
export interface UseOnServer {
  readonly matrix: MeasuredMatrix;
  /** Presets that the server has all roles of. */
  readonly presets: readonly Preset[];
  /** What its calls are allowed by now. */
  readonly held: HeldRoles;
  /** Undefined where the client that signs in may not see events. */
  readonly recorded: RecordedUse | undefined;
}

/** Rows name `admin` of `master` alone, which includes creating realms. */
function withRealmCreation({ held, inTokens }: AccountRow): HeldRoles {
  const isAdministrator = held.some((role) => roleKey(role) === everything);
  return isAdministrator && inTokens.names.size > 0
    ? { ...inTokens, names: new Set([...inTokens.names, "create-realm"]) }
    : inTokens;
}

interface Options {
  readonly days: number;
  /** The server's version; undefined for the newest one whose roles the server has. */
  readonly version: string | undefined;
}

/**
 * Reads what a service account holds, and what the events of the realm that it administers tell of its writes.
 *
 * @throws CliError if the server can't be asked, or has no such account
 */
export async function readUseOnServer(
  login: ServerLogin,
  client: ExportedClient,
  { days, version }: Options,
): Promise<UseOnServer> {
  const { realm, administers } = client;
  const { surveys } = await surveyServer(login, administers === realm ? realm : undefined);
  const rows = surveys.flatMap(({ survey, details }) => accountRows(survey, details));
  const row = findAccount(rows, client, login.server);
  const about = surveys.find(
    ({ survey }) => survey.realm === realm && survey.administers === administers,
  );
  if (row.client === undefined || about === undefined) {
    throw new CliError(
      `The settings of ${client.clientId} can't be seen. The client that signs in needs view-clients.`,
    );
  }
  const { roles } = about.survey;
  const offered = new Set(roleNamesIn("admin", [...roles.values()]));
  const provider = organizationProviderOf(offered);
  const tokens = clientTokens(login);
  const apiOf = (ofRealm: string) => createAdminApi(login.server, ofRealm, tokens);
  const { clientUuid } = row.client;
  const recorded = await explainingFailures(login, () =>
    readRecordedUse(apiOf(administers), {
      ...{ clientUuid, home: apiOf(realm), days },
      userId: row.userId === "" ? undefined : row.userId,
    }),
  );
  const matrix =
    version === undefined
      ? (await loadMeasurement(undefined, offered)).matrix
      : await loadMatrix(version, provider);
  return {
    ...{ matrix, recorded, held: withRealmCreation(row) },
    presets: presetsForProvider(provider).filter((preset) =>
      preset.roles.every((role) => roles.has(roleKey(role))),
    ),
  };
}
