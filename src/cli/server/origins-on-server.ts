import type { AccountRow } from "../../access/survey/account-rows.ts";
import type { DescribeOrigins } from "../../formats/describe-account.ts";
import { describeOrigins, namesOfActors } from "../../formats/describe-origins.ts";
import { createAdminApi } from "../../keycloak/api/admin-api.ts";
import type { AskedSurvey } from "../../keycloak/survey/ask-every-account.ts";
import { readSurveyOrigins, type SurveyOrigins } from "../../keycloak/survey/read-origins.ts";
import { clientTokens } from "./client-tokens.ts";
import { explainingFailures } from "./explain-server-failure.ts";
import type { ServerLogin } from "./server-login.ts";

/** Who assigned roles on a server, as far as its events tell. */
export interface OriginsOnServer {
  readonly originsOf: DescribeOrigins;
  /** What isn't known, and why, one line for each realm. */
  readonly gaps: readonly string[];
  /** Whether all events that are kept were read. */
  readonly isWhole: boolean;
}

/** Why the origins of a realm aren't all known. */
function gapsOf(realm: string, { originsOf, isComplete, settings }: SurveyOrigins) {
  if (originsOf === undefined) {
    return [`Realm ${realm}: who assigned roles is not known. The client needs view-events.`];
  }
  return [
    ...(settings?.areWritesKept === false
      ? [`Realm ${realm}: admin events are off, so newer assignments aren't recorded.`]
      : []),
    ...(isComplete ? [] : [`Realm ${realm}: only the newest admin events were read.`]),
  ];
}

/**
 * Reads who assigned roles to the service accounts of surveys.
 *
 * @throws CliError where the server can't be asked
 */
export async function originsOnServer(
  login: ServerLogin,
  surveys: readonly AskedSurvey[],
): Promise<OriginsOnServer> {
  const tokens = clientTokens(login);
  const read = new Map<string, SurveyOrigins>();
  const keyOf = ({ realm, administers }: Pick<AccountRow, "realm" | "administers">) =>
    JSON.stringify([realm, administers]);
  for (const { survey } of surveys) {
    const api = createAdminApi(login.server, survey.realm, tokens);
    const origins = await explainingFailures(login, () =>
      readSurveyOrigins(api, survey, login.loginRealm),
    );
    read.set(keyOf(survey), origins);
  }
  const all = surveys.flatMap(({ survey }) => {
    const origins = read.get(keyOf(survey));
    return origins === undefined ? [] : [{ realm: survey.realm, origins }];
  });
  return {
    originsOf: (row) => {
      const origins = read.get(keyOf(row));
      const found = origins?.originsOf?.(row);
      return found && describeOrigins(found, namesOfActors(origins?.actors ?? new Map()));
    },
    gaps: [...new Set(all.flatMap(({ realm, origins }) => gapsOf(realm, origins)))],
    isWhole: all.every(({ origins }) => origins.isComplete),
  };
}
