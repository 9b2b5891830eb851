import { Realms } from "@keycloak/keycloak-admin-client/lib/resources/realms.js";
import type { Survey } from "../access/survey.ts";
import type { AdminApi } from "./admin-api.ts";
import { parseRealmNames } from "./parse-survey-answers.ts";
import { surveyServiceAccounts } from "./survey-service-accounts.ts";

/** A survey over all realms. */
export interface AllRealmsOptions {
  readonly masterRealm: string;
  readonly signal: AbortSignal;
  /** Is told of the surveys made so far, the one that is going on with them, and how many realms there are. */
  readonly onProgress: (surveys: readonly Survey[], realms: number) => void;
}

/**
 * Surveys the service accounts of all realms, one realm after another: what the clients of each realm
 * may do in it, and what the clients of `master` may do there.
 *
 * @param apiOf the Admin API of a realm
 * @throws AdminApiError when a request fails
 * @throws the signal's reason once it is aborted
 */
export async function surveyAllRealms(
  apiOf: (realm: string) => AdminApi,
  { masterRealm, signal, onProgress }: AllRealmsOptions,
): Promise<void> {
  const master = apiOf(masterRealm);
  const realms = await master.call("findRealms", async () =>
    parseRealmNames(await new Realms(master.connection).find({ briefRepresentation: true })),
  );
  const done: Survey[] = [];
  const survey = async (home: string, administers: string, known?: Survey) => {
    const isMaster = administers === masterRealm;
    const finished = await surveyServiceAccounts(apiOf(home), {
      administers,
      adminClientId: home === masterRealm ? `${administers}-realm` : "realm-management",
      isMaster,
      known,
      signal,
      onProgress: (going) => onProgress([...done, going], realms.length),
    });
    done.push(finished);
    onProgress(done, realms.length);
    return finished;
  };
  const ofMaster = await survey(masterRealm, masterRealm);
  for (const realm of realms) {
    if (realm === masterRealm) continue;
    await survey(realm, realm);
    await survey(masterRealm, realm, ofMaster);
  }
}
