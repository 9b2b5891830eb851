import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { adminClientId } from "../../access/model/admin-client-id.ts";
import type { Survey } from "../../access/survey/survey.ts";
import { createAdminApi } from "../../keycloak/api/admin-api.ts";
import { surveyAllRealms } from "../../keycloak/survey/survey-all-realms.ts";
import { surveyServiceAccounts } from "../../keycloak/survey/survey-service-accounts.ts";
import { usePanelContext } from "../context/panel-context.ts";

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

type Read = Omit<SurveyHandle, "read" | "stop">;

const nothing: Read = {
  surveys: [],
  scope: "realm",
  realms: undefined,
  unread: [],
  status: { kind: "reading" },
};

/** Reads the service accounts of the realm when the tab opens, and ends with the tab. */
export function useSurvey(): SurveyHandle {
  const { adminBaseUrl, realm, isMaster, tokens } = usePanelContext();
  const [read, setRead] = useState<Read>(nothing);
  const going = useRef<AbortController>(undefined);
  const apiOf = useMemo(
    () => (name: string) => createAdminApi(adminBaseUrl, name, tokens),
    [adminBaseUrl, tokens],
  );

  const begin = useCallback(
    (scope: SurveyScope) => {
      going.current?.abort();
      const controller = new AbortController();
      const { signal } = controller;
      going.current = controller;
      let latest: Read = { ...nothing, scope };
      setRead(latest);
      let drawn = Number.NEGATIVE_INFINITY;
      let waiting: ReturnType<typeof setTimeout> | undefined;
      const drawNow = () => {
        clearTimeout(waiting);
        waiting = undefined;
        drawn = performance.now();
        if (!signal.aborted) setRead(latest);
      };
      const draw = (next: Partial<Read>) => {
        latest = { ...latest, ...next };
        const wait = drawn + drawnEvery - performance.now();
        if (latest.status.kind !== "reading" || wait <= 0) drawNow();
        // What comes too early is drawn all the same: the next answer may take long.
        else waiting ??= setTimeout(drawNow, wait);
      };
      const made =
        scope === "realm"
          ? surveyServiceAccounts(apiOf(realm), {
              administers: realm,
              adminClientId: adminClientId(isMaster, realm),
              isMaster,
              signal,
              onProgress: (survey) => draw({ surveys: [survey] }),
            })
          : surveyAllRealms(apiOf, {
              masterRealm: realm,
              signal,
              onProgress: draw,
            });
      made.then(
        () => draw({ status: { kind: "done" } }),
        (thrown: unknown) => draw({ status: { kind: "failed", thrown } }),
      );
    },
    [apiOf, realm, isMaster],
  );

  const stop = useCallback(() => {
    going.current?.abort();
    setRead((shown) => ({ ...shown, status: { kind: "stopped" } }));
  }, []);

  useEffect(() => {
    begin("realm");
    return () => going.current?.abort();
  }, [begin]);

  return { ...read, read: begin, stop };
}
