import { useMemo, useRef, useState } from "react";
import {
  type AccountDetails,
  type AccountRow,
  accountRows,
} from "../../access/survey/account-rows.ts";
import { type AccountClient, accountName, type Survey } from "../../access/survey/survey.ts";
import { versionOfConsole } from "../../catalog/server/version-of-console.ts";
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
function rowsOf(
  survey: Survey,
  { details, clients }: Asked,
  version: string | undefined,
): readonly AccountRow[] {
  const found = clients.get(survey.realm);
  const known =
    survey.progress.areClientsRead || found === undefined
      ? survey
      : { ...survey, clients: new Map([...found, ...survey.clients]) };
  const rows = accountRows({ ...known, version }, details);
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
 * @param reading the number of the reading that the surveys are from: what was asked before it may no longer hold
 * @returns the rows, what is to be told which of them are shown, and what is to be told which accounts were
 *   changed: what was asked of these is dropped
 */
export function useAccountRows(
  surveys: readonly Survey[],
  reading: number,
): {
  readonly rows: readonly AccountRow[];
  readonly look: (shown: readonly AccountRow[]) => void;
  readonly forget: (keys: readonly string[]) => void;
} {
  const { adminBaseUrl, tokens, signal, consoleScript } = usePanelContext();
  const [askedIn, setAsked] = useState({ reading, asked: none });
  const asked = askedIn.reading === reading ? askedIn.asked : none;
  /** The questions that count, by the key of their row. */
  const begun = useRef({ reading, questions: new Map<string, symbol>() });
  const version = versionOfConsole(consoleScript);
  const rows = useMemo(
    () => surveys.flatMap((survey) => rowsOf(survey, asked, version)),
    [surveys, asked, version],
  );

  const apis = useRef(new Map<string, SurveyApi>());
  const apiOf = (realm: string): SurveyApi => {
    const api =
      apis.current.get(realm) ??
      createSurveyApi(createAdminApi(adminBaseUrl, realm, tokens), signal, () => undefined);
    apis.current.set(realm, api);
    return api;
  };
  const ask = async (survey: Survey, row: AccountRow, isMeant: () => boolean) => {
    const api = apiOf(survey.realm);
    const isSought = row.client === undefined && !survey.progress.areClientsRead;
    const client = isSought ? await findAccountClient(api, row.clientId) : row.client;
    const details = await readAccountDetails(api, survey, { ...row, client });
    if (!isMeant()) return;
    setAsked((known) => {
      const { details: others, clients } = known.reading === reading ? known.asked : none;
      return {
        reading,
        asked: {
          details: new Map([...others, [row.key, details]]),
          clients: client === undefined ? clients : withClient(clients, survey.realm, client),
        },
      };
    });
  };

  const look = (shown: readonly AccountRow[]) => {
    if (begun.current.reading !== reading) begun.current = { reading, questions: new Map() };
    const { questions } = begun.current;
    for (const row of shown) {
      const survey = surveys.find(
        ({ realm, administers }) => realm === row.realm && administers === row.administers,
      );
      if (survey?.progress.arePowersRead !== true || questions.has(row.key)) continue;
      if (row.userId === "") continue;
      const question = Symbol();
      questions.set(row.key, question);
      const isMeant = () => begun.current.questions.get(row.key) === question;
      // A row that can't be asked about stays as the survey shows it.
      ask(survey, row, isMeant).catch(() => undefined);
    }
  };

  const forget = (keys: readonly string[]) => {
    for (const key of keys) begun.current.questions.delete(key);
    setAsked(({ reading: of, asked: { details, clients } }) => ({
      reading: of,
      asked: { clients, details: new Map([...details].filter(([key]) => !keys.includes(key))) },
    }));
  };
  return { rows, look, forget };
}
