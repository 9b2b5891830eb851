import { adminClientId } from "../../access/model/admin-client-id.ts";
import type { Survey } from "../../access/survey/survey.ts";
import type { AdminApi } from "../api/admin-api.ts";
import { AdminApiError, type AdminApiFailure } from "../api/admin-api-error.ts";
import { listRealms } from "./list-realms.ts";
import type { ListedClient } from "./parse-survey-answers.ts";
import { surveyServiceAccounts } from "./survey-service-accounts.ts";

/** What was read of all realms. */
export interface AllRealms {
  readonly surveys: readonly Survey[];
  /** How many realms there are. */
  readonly realms: number;
  /** Realms that could not be read: they were deleted meanwhile, or this administrator may not see them. */
  readonly unread: readonly string[];
}

/** A survey over all realms. */
export interface AllRealmsOptions {
  readonly masterRealm: string;
  /** As for the survey of one realm. */
  readonly loginRealm?: string | undefined;
  readonly hasWorkflows?: boolean;
  readonly signal: AbortSignal;
  /** As for the survey of one realm. */
  readonly visible?: (text: string) => string;
  /** Is told what was read so far, the survey that is going on with it. */
  readonly onProgress: (read: AllRealms) => void;
  /** As for the survey of one realm, with the realm's name. */
  readonly onClients?: ((realm: string, clients: readonly ListedClient[]) => void) | undefined;
}

/** What keeps one realm alone from being read. */
const ofOneRealm: readonly AdminApiFailure[] = ["forbidden", "hidden", "notFound"];

/**
 * Surveys the service accounts of all realms, one realm after another: what the clients of each realm
 * may do in it, and what the clients of `master` may do there. A realm that is gone meanwhile, or that
 * this administrator may not see, is left out, and told.
 *
 * @param apiOf the Admin API of a realm
 * @throws AdminApiError when the realms can't be listed, `master` can't be read, or the server fails
 * @throws the signal's reason once it is aborted
 */
export async function surveyAllRealms(
  apiOf: (realm: string) => AdminApi,
  {
    masterRealm,
    loginRealm,
    hasWorkflows = false,
    visible,
    signal,
    onProgress,
    onClients,
  }: AllRealmsOptions,
): Promise<void> {
  const realms = await listRealms(apiOf(masterRealm));
  const done: Survey[] = [];
  const unread: string[] = [];
  const tell = (going: readonly Survey[] = []) =>
    onProgress({ surveys: [...done, ...going], realms: realms.length, unread });
  const survey = async (home: string, administers: string, known?: Survey) => {
    const isMaster = administers === masterRealm;
    const finished = await surveyServiceAccounts(apiOf(home), {
      administers,
      adminClientId: adminClientId(home === masterRealm, administers),
      isMaster,
      known,
      loginRealm,
      hasWorkflows,
      visible,
      signal,
      onProgress: (going) => tell([going]),
      onClients: (clients) => onClients?.(home, clients),
    });
    done.push(finished);
    tell();
    return finished;
  };
  const ofMaster = await survey(masterRealm, masterRealm);
  for (const realm of realms) {
    if (realm === masterRealm) continue;
    try {
      await survey(realm, realm);
      await survey(masterRealm, realm, ofMaster);
    } catch (thrown) {
      if (!(thrown instanceof AdminApiError) || !ofOneRealm.includes(thrown.failure)) throw thrown;
      unread.push(realm);
      tell();
    }
  }
}
