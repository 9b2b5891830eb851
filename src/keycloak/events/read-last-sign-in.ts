import type { RecordedSignIn } from "../../access/use/recorded-use.ts";
import type { AdminApi } from "../api/admin-api.ts";
import { isForbidden } from "../api/admin-api-error.ts";
import { fieldsOf, itemsOf, timeOf } from "../api/parse-answers.ts";
import { RealmResource } from "../api/realm-resource.ts";

interface SignInQuery {
  readonly type: "CLIENT_LOGIN";
  /** The id of the service-account user, which stays where a client is renamed. */
  readonly user: string;
  readonly first: 0;
  readonly max: 1;
}

class SignInReads extends RealmResource {
  find = this.makeRequest<SignInQuery, unknown>({
    method: "GET",
    path: "/events",
    queryParamKeys: ["type", "user", "first", "max"],
  });
}

/**
 * Reads the last recorded sign-in of a service account: the server answers with the newest event first.
 *
 * @param api of the client's own realm
 * @param areKept whether the realm records sign-ins of clients now
 * @throws AdminApiError when the request fails for another reason than lacking rights
 * @see [Events](https://www.keycloak.org/docs/latest/server_admin/#configuring-auditing-to-track-events)
 */
export async function readLastSignIn(
  { connection, call }: AdminApi,
  userId: string,
  areKept: boolean,
): Promise<RecordedSignIn> {
  try {
    const [event] = await call("readEvents", async () =>
      itemsOf(
        await new SignInReads(connection).find({
          ...{ type: "CLIENT_LOGIN", user: userId },
          ...{ first: 0, max: 1 },
        }),
      ),
    );
    const time = event === undefined ? undefined : timeOf(fieldsOf(event).get("time"));
    return time === undefined ? { kind: areKept ? "none" : "notRecorded" } : { kind: "at", time };
  } catch (thrown) {
    if (isForbidden(thrown)) return { kind: "notSeen" };
    throw thrown;
  }
}
