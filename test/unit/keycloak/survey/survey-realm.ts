import type { Survey } from "../../../../src/access/survey/survey.ts";
import type { SurveyOptions } from "../../../../src/keycloak/survey/survey-options.ts";
import { surveyServiceAccounts } from "../../../../src/keycloak/survey/survey-service-accounts.ts";
import { type ServedKeycloak, serveKeycloak } from "../serve-keycloak.ts";

/** The realm `demo`, to be filled with accounts and surveyed. */
export interface SurveyedRealm extends ServedKeycloak {
  /** By default for a realm admin. */
  readonly survey: (changes?: Partial<SurveyOptions>, token?: string) => Promise<Survey>;
  /** The id of an admin role. */
  readonly adminRole: (name: string) => string;
  /** Makes a client with a service account that has these admin roles mapped; the account's id. */
  readonly makeAccount: (clientId: string, ...roles: readonly string[]) => string;
}

/** What a survey of the service accounts of `demo` is told. */
export const surveyOfDemo: SurveyOptions = {
  administers: "demo",
  adminClientId: "realm-management",
  isMaster: false,
  signal: new AbortController().signal,
  onProgress: () => undefined,
};

/** Serves a Keycloak with a realm that is to be surveyed. */
export function serveSurveyedRealm(): SurveyedRealm {
  const served = serveKeycloak();
  const { realm } = served;
  const adminRole = (name: string) => realm.findRole(name, realm.adminClientUuid).id;
  return {
    ...served,
    adminRole,
    survey: (changes = {}, token) =>
      surveyServiceAccounts(served.apiOf(token), {
        ...surveyOfDemo,
        loginRealm: "demo",
        ...changes,
      }),
    makeAccount: (clientId, ...roles) => {
      const uuid = realm.makeClient({ clientId, serviceAccountsEnabled: true });
      const userId = realm.serviceAccountUserId(uuid) ?? "";
      realm.mapRoles(userId, roles.map(adminRole));
      return userId;
    },
  };
}

/** An admin role that is mapped, as a survey tells it. */
export const mapped = (name: string) => ({ role: `admin:${name}`, source: { kind: "mapped" } });

/** What an account was given, in an order that is always the same. */
export const givenTo = ({ given }: Survey, userId: string) =>
  [...(given.get(userId) ?? [])].sort((a, b) => (a.role < b.role ? -1 : 1));
