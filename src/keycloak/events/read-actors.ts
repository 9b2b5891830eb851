import { Users } from "@keycloak/keycloak-admin-client/lib/resources/users.js";
import type { AdminEvent } from "../../access/model/admin-event.ts";
import type { AdminApi } from "../api/admin-api.ts";
import { AdminApiError } from "../api/admin-api-error.ts";
import { connectionTo } from "../api/connection-to.ts";
import { fieldsOf, textOf } from "../api/parse-answers.ts";
import { RealmReads } from "../api/realm-reads.ts";

/** Someone who made a write. */
export type Actor =
  | { readonly kind: "named"; readonly name: string }
  /** The user was deleted. */
  | { readonly kind: "gone" }
  /** The administrator may not see the user, or it is of a realm that isn't read. */
  | { readonly kind: "notKnown" };

/** So many users are looked up; of others only the id is told. */
const most = 50;

/** What a realm says of a user; undefined where it may not be seen. */
type Found = { readonly name: string } | "absent" | undefined;

async function findName(api: AdminApi, realm: string, userId: string): Promise<Found> {
  try {
    return await api.call("readActors", async () => {
      const user: unknown = await new Users(connectionTo(api, realm)).findOne({ id: userId });
      return user === null ? "absent" : { name: textOf(fieldsOf(user), "username") };
    });
  } catch (thrown) {
    if (thrown instanceof AdminApiError) return undefined;
    throw thrown;
  }
}

/** The id of a realm; undefined where it may not be seen. */
async function readRealmId({ call, connection }: AdminApi): Promise<string | undefined> {
  try {
    const fields = await call("readRealm", async () =>
      fieldsOf(await new RealmReads(connection).find()),
    );
    const id = fields.get("id");
    return typeof id === "string" ? id : undefined;
  } catch (thrown) {
    if (thrown instanceof AdminApiError) return undefined;
    throw thrown;
  }
}

/**
 * Reads who made the writes of events, by their ids: users of the realm itself, and of the realm that the administrator
 * signed in to. That a user is gone is only said where the events name the realm that was asked.
 *
 * @param loginRealm the realm that the administrator signed in to
 * @throws where no request can be sent at all, as where the session is gone
 * @see [Users](https://www.keycloak.org/docs-api/latest/rest-api/index.html#_users)
 */
export async function readActors(
  api: AdminApi,
  loginRealm: string,
  events: readonly AdminEvent[],
): Promise<ReadonlyMap<string, Actor>> {
  const realmIds = new Map(events.map(({ by }) => [by.userId, by.realmId]));
  const asked = [...realmIds].filter(([userId]) => userId !== "").slice(0, most);
  const ownId = asked.length === 0 ? undefined : await readRealmId(api);
  const found = asked.map(async ([userId, realmId]): Promise<readonly [string, Actor]> => {
    const isOwn = ownId === undefined ? undefined : realmId === ownId;
    // A user of another realm is one of master, where that realm's administrators signed in.
    const realms = isOwn === false ? [loginRealm] : [...new Set([api.realm, loginRealm])];
    if (isOwn === false && loginRealm === api.realm) return [userId, { kind: "notKnown" }];
    const answers = await Promise.all(realms.map((realm) => findName(api, realm, userId)));
    for (const answer of answers) {
      if (typeof answer === "object") return [userId, { kind: "named", ...answer }];
    }
    const isGone = isOwn !== undefined && answers[0] === "absent";
    return [userId, { kind: isGone ? "gone" : "notKnown" }];
  });
  return new Map(await Promise.all(found));
}
