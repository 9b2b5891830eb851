import { useCallback, useState } from "react";
import { adminClientId } from "../../access/model/admin-client-id.ts";
import type { Survey } from "../../access/survey/survey.ts";
import { escapeInvisible } from "../../formats/escape-invisible.ts";
import { createAdminApi } from "../../keycloak/api/admin-api.ts";
import { surveyServiceAccounts } from "../../keycloak/survey/survey-service-accounts.ts";
import { usePanelContext } from "../context/panel-context.ts";
import { type AsyncState, useAsync } from "../context/use-async.ts";
import { drawNowAndThen } from "./draw-now-and-then.ts";

/** How often the progress is updated, in milliseconds. */
const drawnEvery = 250;

/** A reading of a realm's service accounts that a person begins and may stop. */
export interface RealmSurvey {
  readonly state: AsyncState<Survey>;
  /** What was read so far. */
  readonly progress: Survey["progress"] | undefined;
  readonly start: () => void;
  readonly stop: () => void;
}

/** Reads the service accounts of the page's realm over the admin roles of a realm, once somebody asks for it. */
export function useRealmSurvey(administers: string): RealmSurvey {
  const { adminBaseUrl, realm, isMaster, loginRealm, tokens } = usePanelContext();
  const [isAsked, setIsAsked] = useState(false);
  const [progress, setProgress] = useState<Survey["progress"]>();
  const survey = useCallback(
    async (signal: AbortSignal) => {
      const { draw, finish } = drawNowAndThen(drawnEvery, (read: Survey) => {
        if (!signal.aborted) setProgress(read.progress);
      });
      try {
        return await surveyServiceAccounts(createAdminApi(adminBaseUrl, realm, tokens), {
          visible: escapeInvisible,
          administers,
          adminClientId: adminClientId(isMaster, administers),
          isMaster: isMaster && administers === realm,
          loginRealm,
          signal,
          onProgress: draw,
        });
      } finally {
        finish();
      }
    },
    [adminBaseUrl, realm, isMaster, loginRealm, tokens, administers],
  );
  const { state, reload } = useAsync(isAsked ? survey : undefined);
  return {
    state,
    progress,
    start: () => (isAsked ? reload() : setIsAsked(true)),
    stop: () => setIsAsked(false),
  };
}
