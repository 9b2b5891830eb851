import { isIncludedIn } from "../../../src/access/presets/preset-state.ts";
import {
  type AccountDetails,
  type AccountRow,
  accountRows,
} from "../../../src/access/survey/account-rows.ts";
import type { AccountState } from "../../../src/access/survey/account-state.ts";
import { type FindingId, findingsOf } from "../../../src/access/survey/findings.ts";
import type { Survey } from "../../../src/access/survey/survey.ts";
import { hasFeature } from "../../../src/catalog/server/server-features.ts";
import { describeAccount } from "../../../src/formats/describe-account.ts";
import type { AdminApi } from "../../../src/keycloak/api/admin-api.ts";
import { AdminApiError } from "../../../src/keycloak/api/admin-api-error.ts";
import { readAccountDetails } from "../../../src/keycloak/survey/read-account-details.ts";
import { createSurveyApi } from "../../../src/keycloak/survey/survey-api.ts";
import { surveyServiceAccounts } from "../../../src/keycloak/survey/survey-service-accounts.ts";
import type {
  EndsStatement,
  ListCounts,
  ListedPresetStatement,
  RowStatement,
} from "../statements.ts";
import { powerOf } from "./power-of.ts";

/** What the list of service accounts says. */
export interface ListStatements {
  /** What it says of a client, and there of a preset of the realm. */
  readonly rowOf: (clientId: string, presetId: string) => RowStatement;
  readonly counts: ListCounts;
}

const notKnown: RowStatement = {
  ...{ account: "notKnown", power: "notKnown", roles: undefined, enabled: undefined },
  ...{ ends: undefined, ownPreset: undefined },
};

const notCounted = {
  realmAdmins: undefined,
  clientsDisabled: undefined,
  usersDisabled: undefined,
  leftovers: undefined,
  notEnded: undefined,
};

/** Reads the list of a realm to its end, with all its rows in sight. */
export async function readList(api: AdminApi, version: string): Promise<ListStatements> {
  const { realm } = api;
  const { signal } = new AbortController();
  try {
    const survey = await surveyServiceAccounts(api, {
      ...{ administers: realm, adminClientId: "realm-management", isMaster: false },
      hasWorkflows: hasFeature("workflows", version) !== false,
      ...{ signal, onProgress: () => undefined },
    });
    const details = await detailsOf(api, survey, signal);
    return statementsOf(survey, accountRows(survey, details), {
      asked: new Set(details.keys()),
      canEnd: hasFeature("workflows", version) !== false,
    });
  } catch (thrown) {
    if (!(thrown instanceof AdminApiError)) throw thrown;
    // The list shows why it can't be read, and no row.
    const counts = { holders: undefined, ...notCounted };
    return { rowOf: () => notKnown, counts };
  }
}

/** What the server says of each row; of a row that can't be asked about nothing. */
async function detailsOf(
  api: AdminApi,
  survey: Survey,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, AccountDetails>> {
  const surveyApi = createSurveyApi(api, signal, () => undefined);
  const details = new Map<string, AccountDetails>();
  const shown = accountRows(survey, details).filter(({ userId }) => userId !== "");
  await Promise.all(
    shown.map(async (row) => {
      try {
        details.set(row.key, await readAccountDetails(surveyApi, survey, row));
      } catch (thrown) {
        if (!(thrown instanceof AdminApiError)) throw thrown;
      }
    }),
  );
  return details;
}

/** Whether a state says that client and account are enabled. */
const enabledIn = new Map<AccountState, boolean>([
  ["active", true],
  ["clientDisabled", false],
  ["userDisabled", false],
  ["bothDisabled", false],
]);

function statementsOf(
  survey: Survey,
  rows: readonly AccountRow[],
  { asked, canEnd }: { readonly asked: ReadonlySet<string>; readonly canEnd: boolean },
): ListStatements {
  // A message above the list names a gap: its content doesn't count as missing.
  const isWhole = survey.gaps.size === 0;
  const isAnyUnlinked = rows.some(({ state }) => state === "unlinked");
  const linked = rows.filter(({ state }) => state !== "unlinked");
  const find = (clientId: string) =>
    linked.find((row) => row.clientId === clientId) ??
    linked.find((row) => row.clientId === clientId.toLowerCase());
  const countOf = (id: FindingId) =>
    isWhole ? (findingsOf(rows).find((finding) => finding.id === id)?.rows.size ?? 0) : undefined;
  return {
    rowOf: (clientId, presetId) => {
      const row = find(clientId);
      // An account without admin roles has no row where its client isn't known; one with roles is "unlinked".
      if (row === undefined) return isWhole && !isAnyUnlinked ? noPower : notKnown;
      if (row.userId === "") return notKnown;
      const isKnown = row.arePowersRead && (isWhole || asked.has(row.key));
      return {
        account: "exists",
        power: isKnown ? powerOf(row.risk) : "notKnown",
        roles: isKnown ? row.held.map(({ name }) => name) : undefined,
        enabled: row.state === undefined ? undefined : enabledIn.get(row.state),
        ends: canEnd ? endsOf(row) : undefined,
        ownPreset: isKnown ? listedPresetOf(row, survey, presetId) : undefined,
      };
    },
    counts: {
      // Of a client without an account of the usual name it is said that there may be another.
      holders:
        isWhole && rows.every(({ userId }) => userId !== "")
          ? rows.filter(({ userId, held }) => userId !== "" && held.length > 0).length
          : undefined,
      // Of an unlinked account it isn't told whether its client may use it, nor what is disabled.
      ...(isAnyUnlinked
        ? notCounted
        : {
            realmAdmins: countOf("realmAdmin"),
            clientsDisabled: countOf("clientDisabled"),
            usersDisabled: countOf("userDisabled"),
            leftovers: countOf("leftover"),
            notEnded: survey.workflows === undefined ? undefined : countOf("notEnded"),
          }),
    },
  };
}

/** As the export and `presets report` tell them. */
function endsOf(row: AccountRow): EndsStatement {
  const { ends } = describeAccount(row);
  return ends === null ? "notKnown" : ends.map((end) => ({ ...end, at: Date.parse(end.at) }));
}

/** What a row says of a preset of the realm: one that is part of a wider one is in that. */
function listedPresetOf(
  row: AccountRow,
  { ownPresets = [], gaps }: Survey,
  presetId: string,
): ListedPresetStatement {
  const id = `custom:${presetId}`;
  const preset = ownPresets.find((own) => own.id === id);
  const isHeld = row.presets.some(
    (other) => other.id === id || (preset !== undefined && isIncludedIn(preset, other)),
  );
  // A message above the list names a gap.
  if (!isHeld && gaps.size > 0) return { held: "notKnown", isOutdated: undefined };
  return {
    held: isHeld ? "held" : "notHeld",
    isOutdated: row.outdated.some((other) => other.id === id),
  };
}

const noPower: RowStatement = { ...notKnown, power: "none" };
