import { useEffect, useMemo, useRef, useState } from "react";
import {
  type AccountDetails,
  type AccountRow,
  accountRows,
} from "../../access/survey/account-rows.ts";
import { type AccountClient, accountName, type Survey } from "../../access/survey/survey.ts";
import { createAdminApi } from "../../keycloak/api/admin-api.ts";
import {
  findAccountClient,
  readAccountDetails,
} from "../../keycloak/survey/read-account-details.ts";
import { createSurveyApi, type SurveyApi } from "../../keycloak/survey/survey-api.ts";
import { usePanelContext } from "../context/panel-context.ts";

/** What was asked of single accounts. */
interface Asked {
  readonly details: ReadonlyMap<string, AccountDetails>;
  /** By realm, then by the name of their service-account user: realms have clients of the same name. */
  readonly clients: ReadonlyMap<string, ReadonlyMap<string, AccountClient>>;
}

const none: Asked = { details: new Map(), clients: new Map() };

/** The rows of a survey with the clients that were looked for one by one. */
function rowsOf(survey: Survey, { details, clients }: Asked): readonly AccountRow[] {
  const found = clients.get(survey.realm);
  const known =
    survey.progress.areClientsRead || found === undefined
      ? survey
      : { ...survey, clients: new Map([...found, ...survey.clients]) };
  const rows = accountRows(known, details);
  // Clients of `master` are listed once for themselves, and for another realm where they have power there.
  return survey.realm === survey.administers ? rows : rows.filter(({ held }) => held.length > 0);
}

function withClient(
  clients: Asked["clients"],
  realm: string,
  client: AccountClient,
): Asked["clients"] {
  const found = new Map(clients.get(realm)).set(accountName(client.clientId), client);
  return new Map(clients).set(realm, found);
}

/**
 * The rows of all surveys. What the server itself says of an account is asked for the rows that are
 * shown alone.
 *
 * @returns the rows, and what is to be told which of them are shown
 */
export function useAccountRows(surveys: readonly Survey[]): {
  readonly rows: readonly AccountRow[];
  readonly look: (shown: readonly AccountRow[]) => void;
} {
  const { adminBaseUrl, tokens, signal } = usePanelContext();
  const [asked, setAsked] = useState(none);
  const begun = useRef(new Set<string>());
  const generation = useRef(0);
  const first = surveys[0];
  const isFresh = first === undefined;
  useEffect(() => {
    // Read anew: what was asked before may no longer hold.
    if (!isFresh) return;
    begun.current.clear();
    generation.current += 1;
    setAsked(none);
  }, [isFresh]);
  const rows = useMemo(() => surveys.flatMap((survey) => rowsOf(survey, asked)), [surveys, asked]);

  const apis = useRef(new Map<string, SurveyApi>());
  const apiOf = (realm: string): SurveyApi => {
    const api =
      apis.current.get(realm) ??
      createSurveyApi(createAdminApi(adminBaseUrl, realm, tokens), signal, () => undefined);
    apis.current.set(realm, api);
    return api;
  };
  const ask = async (survey: Survey, row: AccountRow) => {
    const api = apiOf(survey.realm);
    const askedIn = generation.current;
    const isSought = row.client === undefined && !survey.progress.areClientsRead;
    const client = isSought ? await findAccountClient(api, row.clientId) : row.client;
    const details = await readAccountDetails(api, survey, { ...row, client });
    if (askedIn !== generation.current) return;
    setAsked(({ details: known, clients }) => ({
      details: new Map([...known, [row.key, details]]),
      clients: client === undefined ? clients : withClient(clients, survey.realm, client),
    }));
  };

  const look = (shown: readonly AccountRow[]) => {
    for (const row of shown) {
      const survey = surveys.find(
        ({ realm, administers }) => realm === row.realm && administers === row.administers,
      );
      if (survey?.progress.arePowersRead !== true || begun.current.has(row.key)) continue;
      if (row.userId === "") continue;
      begun.current.add(row.key);
      // A row that can't be asked about stays as the survey shows it.
      ask(survey, row).catch(() => undefined);
    }
  };
  return { rows, look };
}
