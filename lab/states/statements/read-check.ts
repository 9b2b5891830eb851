import { checkAccess } from "../../../src/access/check/check-access.ts";
import { checkSignIn, type SignInFacts } from "../../../src/access/check/check-sign-in.ts";
import type { Account, Snapshot } from "../../../src/access/model/snapshot.ts";
import type { AdminApi } from "../../../src/keycloak/api/admin-api.ts";
import { readRealmFacts } from "../../../src/keycloak/client/read-realm-facts.ts";
import type { CheckStatement } from "../statements.ts";

/** Whether the user is enabled: undefined where that isn't known, `none` where no user was found. */
function enabledOf(account: Account): SignInFacts["account"] {
  if (account.kind === "found") return account.enabled;
  return account.kind === "notKnown" ? undefined : "none";
}

/** Reads what the access check reads beside the tab, and says what it says without a test request. */
export async function readCheck(
  api: AdminApi,
  snapshot: Snapshot,
  version: string,
): Promise<readonly CheckStatement[]> {
  const { client, account } = snapshot;
  const now = Date.now();
  const facts = {
    ...{ client, now, realm: (await readRealmFacts(api)).settings },
    account: enabledOf(account),
    // Without a frontend URL it is at the address of the Admin API; with one, the clients of a run call there too.
    tokenEndpoint: `${api.connection.baseUrl}/realms/${encodeURIComponent(api.realm)}/protocol/openid-connect/token`,
  };
  return [
    ...checkAccess(snapshot, version, now),
    ...checkSignIn(facts).map(({ id, verdict }) => ({ id, verdict, names: [] })),
    // The overall verdict is never green without a test request, which needs a person.
    { id: "call", verdict: "unknown", names: [] },
  ];
}
