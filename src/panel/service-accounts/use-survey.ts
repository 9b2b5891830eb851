import { useCallback, useState } from "react";
import { adminClientId } from "../../access/model/admin-client-id.ts";
import type { Survey } from "../../access/survey/survey.ts";
import { createAdminApi } from "../../keycloak/api/admin-api.ts";
import { surveyAllRealms } from "../../keycloak/survey/survey-all-realms.ts";
import { surveyServiceAccounts } from "../../keycloak/survey/survey-service-accounts.ts";
import { usePanelContext } from "../context/panel-context.ts";
import { type AsyncState, useAsync } from "../context/use-async.ts";
import { drawNowAndThen } from "./draw-now-and-then.ts";

/** How often the list is drawn anew while it is read, in milliseconds. */
const drawnEvery = 250;

/** How far the reading has come. */
export type SurveyStatus =
  | { readonly kind: "reading" | "done" | "stopped" }
  | { readonly kind: "failed"; readonly thrown: unknown };

/** What is read: the page's realm, or all realms. */
export type SurveyScope = "realm" | "allRealms";

/** What was read, and the ways to read. */
export interface SurveyHandle {
  /** The first is that of the page's own realm. */
  readonly surveys: readonly Survey[];
  readonly scope: SurveyScope;
  /** How many realms there are, where all of them are read. */
  readonly realms: number | undefined;
  /** Realms that could not be read. */
  readonly unread: readonly string[];
  readonly status: SurveyStatus;
  /** Reads anew: the page's realm, or all realms. */
  readonly read: (scope: SurveyScope) => void;
  readonly stop: () => void;
}

/** What was read so far. */
type Read = Pick<SurveyHandle, "surveys" | "realms" | "unread">;

const nothing: Read = { surveys: [], realms: undefined, unread: [] };

/** What a person asked for last. */
interface Asked {
  readonly scope: SurveyScope;
  /** Each reading has a number of its own. */
  readonly reading: number;
  readonly isStopped: boolean;
}

/** Reads the service accounts of the realm when the tab opens, and ends with the tab. */
export function useSurvey(): SurveyHandle {
  const { adminBaseUrl, realm, isMaster, loginRealm, tokens } = usePanelContext();
  const [{ scope, reading, isStopped }, setAsked] = useState<Asked>({
    scope: "realm",
    reading: 0,
    isStopped: false,
  });
  const [drawn, setDrawn] = useState({ reading, read: nothing });
  const survey = useCallback(
    async (signal: AbortSignal) => {
      const apiOf = (name: string) => createAdminApi(adminBaseUrl, name, tokens);
      const { draw, finish } = drawNowAndThen(drawnEvery, (read: Read) => {
        if (!signal.aborted) setDrawn({ reading, read });
      });
      try {
        if (scope === "allRealms") {
          await surveyAllRealms(apiOf, {
            masterRealm: realm,
            loginRealm,
            signal,
            onProgress: draw,
          });
        } else {
          await surveyServiceAccounts(apiOf(realm), {
            administers: realm,
            adminClientId: adminClientId(isMaster, realm),
            isMaster,
            loginRealm,
            signal,
            onProgress: (read) => draw({ ...nothing, surveys: [read] }),
          });
        }
      } finally {
        finish();
      }
    },
    [adminBaseUrl, realm, isMaster, loginRealm, tokens, scope, reading],
  );
  const { state } = useAsync(isStopped ? undefined : survey);
  return {
    ...(drawn.reading === reading ? drawn.read : nothing),
    scope,
    status: statusOf(state),
    read: useCallback(
      (next) =>
        setAsked((known) => ({ scope: next, reading: known.reading + 1, isStopped: false })),
      [],
    ),
    stop: useCallback(() => setAsked((known) => ({ ...known, isStopped: true })), []),
  };
}

function statusOf(state: AsyncState<unknown>): SurveyStatus {
  if (state.kind === "failed") return state;
  if (state.kind === "idle") return { kind: "stopped" };
  return { kind: state.kind === "done" ? "done" : "reading" };
}
