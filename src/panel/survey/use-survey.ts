import { useCallback, useState } from "react";
import { adminClientId } from "../../access/model/admin-client-id.ts";
import type { Survey } from "../../access/survey/survey.ts";
import { hasFeature } from "../../catalog/server/server-features.ts";
import { versionOfConsole } from "../../catalog/server/version-of-console.ts";
import { escapeInvisible } from "../../formats/escape-invisible.ts";
import { createAdminApi } from "../../keycloak/api/admin-api.ts";
import { readAccountAgain, type TouchedClient } from "../../keycloak/survey/read-account-again.ts";
import { surveyAllRealms } from "../../keycloak/survey/survey-all-realms.ts";
import { createSurveyApi } from "../../keycloak/survey/survey-api.ts";
import { surveyServiceAccounts } from "../../keycloak/survey/survey-service-accounts.ts";
import { usePanelContext } from "../context/panel-context.ts";
import { type AsyncState, useAsync } from "../context/use-async.ts";
import { drawNowAndThen } from "./draw-now-and-then.ts";

/** How often the list is updated while it is read, in milliseconds. */
const drawnEvery = 250;

/** How far the reading has come. */
export type SurveyStatus =
  | { readonly kind: "reading" | "done" | "stopped" }
  | { readonly kind: "failed"; readonly thrown: unknown };

/** What is read: the page's realm, or all realms. */
export type SurveyScope = "realm" | "allRealms";

/** What was read. */
interface Read {
  /** The first is that of the page's own realm. */
  readonly surveys: readonly Survey[];
  /** How many realms there are, where all of them are read. */
  readonly realms: number | undefined;
  /** Realms that could not be read. */
  readonly unread: readonly string[];
}

/** What is shown of what was read, and the ways to read. */
export interface SurveyHandle extends Read {
  readonly scope: SurveyScope;
  readonly status: SurveyStatus;
  /** The number of the reading that is shown: during a refresh, and where that fails, the one before. */
  readonly reading: number;
  /** Whether that reading came to its end. */
  readonly isSettled: boolean;
  /** Reads all of it: the page's realm, or all realms. */
  readonly read: (scope: SurveyScope) => void;
  /** Reads clients again that were changed or made; all of it where one of them is gone. */
  readonly readAgain: (touched: readonly TouchedClient[]) => Promise<void>;
  readonly stop: () => void;
}

const nothing: Read = { surveys: [], realms: undefined, unread: [] };

/** What a person asked for last. */
interface Asked {
  readonly scope: SurveyScope;
  /** Each reading has a number of its own. */
  readonly reading: number;
  readonly isStopped: boolean;
}

/** A reading as it is drawn. */
interface Drawn extends Pick<Asked, "reading" | "scope"> {
  readonly read: Read;
  readonly isSettled: boolean;
}

/** Reads the service accounts of the realm when the tab opens, and ends with the tab. */
export function useSurvey(): SurveyHandle {
  const context = usePanelContext();
  const { adminBaseUrl, realm, isMaster, loginRealm, tokens, signal: left } = context;
  const hasWorkflows = hasFeature("workflows", versionOfConsole(context.consoleScript)) !== false;
  const [{ scope, reading, isStopped }, setAsked] = useState<Asked>({
    scope: "realm",
    reading: 0,
    isStopped: false,
  });
  const [drawn, setDrawn] = useState<Drawn>({ reading, scope, read: nothing, isSettled: false });
  /** How many clients are being read again. */
  const [readingAgain, setReadingAgain] = useState(0);
  const survey = useCallback(
    async (signal: AbortSignal) => {
      const apiOf = (name: string) => createAdminApi(adminBaseUrl, name, tokens);
      let latest = nothing;
      const { draw, finish } = drawNowAndThen(drawnEvery, (read: Read) => {
        if (signal.aborted) return;
        // What was read before stays until all of it was read again.
        setDrawn((known) =>
          known.isSettled && known.scope === scope && known.reading !== reading
            ? known
            : { reading, scope, read, isSettled: false },
        );
      });
      const show = (read: Read) => {
        latest = read;
        draw(read);
      };
      try {
        if (scope === "allRealms") {
          await surveyAllRealms(apiOf, {
            visible: escapeInvisible,
            masterRealm: realm,
            loginRealm,
            hasWorkflows,
            signal,
            onProgress: show,
          });
        } else {
          await surveyServiceAccounts(apiOf(realm), {
            visible: escapeInvisible,
            administers: realm,
            adminClientId: adminClientId(isMaster, realm),
            isMaster,
            loginRealm,
            hasWorkflows,
            signal,
            onProgress: (read) => show({ ...nothing, surveys: [read] }),
          });
        }
      } finally {
        finish();
      }
      if (!signal.aborted) setDrawn({ reading, scope, read: latest, isSettled: true });
    },
    [adminBaseUrl, realm, isMaster, loginRealm, hasWorkflows, tokens, scope, reading],
  );
  const { state } = useAsync(isStopped ? undefined : survey);
  const status = statusOf(state);
  const isShown = drawn.reading === reading || (drawn.isSettled && drawn.scope === scope);
  const isSettled = isShown && drawn.isSettled;
  const read = useCallback(
    (next: SurveyScope) =>
      setAsked((known) => ({ scope: next, reading: known.reading + 1, isStopped: false })),
    [],
  );
  return {
    ...(isShown ? drawn.read : nothing),
    scope,
    status: status.kind === "done" && readingAgain > 0 ? { kind: "reading" } : status,
    reading: drawn.reading,
    isSettled,
    read,
    readAgain: async (touched) => {
      if (!isSettled || status.kind !== "done") return read(scope);
      setReadingAgain((count) => count + 1);
      try {
        let { surveys } = drawn.read;
        for (const client of touched) {
          const admin = createAdminApi(adminBaseUrl, client.realm, tokens);
          const api = createSurveyApi(admin, left, () => undefined);
          const next = await readAccountAgain(api, surveys, client);
          if (next === undefined) return read(scope);
          surveys = next;
        }
        setDrawn((known) =>
          known.reading === drawn.reading ? { ...known, read: { ...known.read, surveys } } : known,
        );
      } catch {
        // The whole reading tells what is wrong.
        read(scope);
      } finally {
        setReadingAgain((count) => count - 1);
      }
    },
    stop: useCallback(() => setAsked((known) => ({ ...known, isStopped: true })), []),
  };
}

function statusOf(state: AsyncState<unknown>): SurveyStatus {
  if (state.kind === "failed") return state;
  if (state.kind === "idle") return { kind: "stopped" };
  return { kind: state.kind === "done" ? "done" : "reading" };
}
