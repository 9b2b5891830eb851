import { isServiceAccountOn } from "../../access/model/account.ts";
import {
  type ChosenThemes,
  type ThemeType,
  themeTypes,
} from "../../access/readiness/theme-readiness.ts";
import { type AccountRow, accountRows } from "../../access/survey/account-rows.ts";
import { howScopeIsAssigned } from "../../access/survey/how-scope-is-assigned.ts";
import { accountName } from "../../access/survey/survey.ts";
import { CliError } from "../cli-error.ts";
import type { ParsedExport } from "../realm-file/parse-realm-exports.ts";
import type { ExportedClient, RealmExport } from "../realm-file/realm-export.ts";
import { type FoundRealm, surveysOf } from "../realm-file/realms-in-files.ts";
import { fieldsOf } from "../wrapped/fields.ts";
import { rolesOfRows } from "./facts-of-rows.ts";
import type { ClientToJudge, RealmToJudge } from "./realm-readiness.ts";

/**
 * @throws CliError for a plan of Terraform, which has no themes, and several resources for one client
 */
export function refusePlans(parts: readonly ParsedExport[]): void {
  const plan = parts.find(({ content }) => content.source.nameOf !== undefined);
  if (plan === undefined) return;
  throw new CliError(
    `${plan.content.source.file} is a plan of Terraform, which doesn't say enough to judge it.`,
    "Pass an export of the realm, or ask the server with --server.",
  );
}

/** A client without its own list gets the realm's default client scopes. */
function adminClientScopeOf(
  { defaultClientScopes, optionalClientScopes }: ExportedClient,
  { givenDefaultScopes }: RealmExport,
): ClientToJudge["adminClientScope"] {
  return howScopeIsAssigned(
    new Set(defaultClientScopes ?? givenDefaultScopes),
    new Set(optionalClientScopes ?? []),
  );
}

function loginThemeOf({ attributes }: ExportedClient): string | undefined {
  const theme = fieldsOf(attributes).get("login_theme");
  return typeof theme === "string" && theme !== "" ? theme : undefined;
}

const themesOf = ({ themes }: RealmExport): ChosenThemes =>
  new Map(
    themeTypes.flatMap((type): [ThemeType, string][] => {
      const theme = themes[type];
      return theme === undefined ? [] : [[type, theme]];
    }),
  );

/** Clients with an account in a group that no file contains. */
function clientsWithUnknownGroups({ found: { holders } }: FoundRealm): ReadonlySet<string> {
  return new Set(
    holders.filter((it) => it.unknownGroups.length > 0).map(({ username }) => username),
  );
}

/** What realm files tell of what decides whether a realm is ready. */
export function realmsOfFiles(realms: readonly FoundRealm[]): readonly RealmToJudge[] {
  return realms.map((realm): RealmToJudge => {
    const { exported } = realm;
    const rows = surveysOf([realm]).flatMap((survey) => accountRows(survey, new Map()));
    const rowsByName = new Map<string, AccountRow[]>();
    for (const row of rows) {
      rowsByName.set(row.username, [...(rowsByName.get(row.username) ?? []), row]);
    }
    const unknown = clientsWithUnknownGroups(realm);
    const judged = exported.clients.map((client): ClientToJudge => {
      const { clientId, bearerOnly, fullScopeAllowed } = client;
      const username = accountName(clientId);
      const isOn = isServiceAccountOn(client) && !bearerOnly;
      const roles = rolesOfRows(rowsByName.get(username) ?? [], isOn);
      return {
        ...{ clientId, bearerOnly, fullScopeAllowed, origin: client },
        adminClientScope: adminClientScopeOf(client, exported),
        adminRoles: roles.adminRoles,
        areRolesKnown: roles.areRolesKnown && !unknown.has(username),
        loginTheme: loginThemeOf(client),
      };
    });
    return { realm: exported.realm, clients: judged, themes: themesOf(exported) };
  });
}
