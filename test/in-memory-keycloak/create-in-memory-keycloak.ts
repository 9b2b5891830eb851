import { Created } from "./admin-call.ts";
import { type Administrator, answerRequest, type ServerState } from "./answer-request.ts";
import { createIds } from "./create-ids.ts";
import { type InMemoryRealm, openRealm } from "./in-memory-realm.ts";
import { makeRealm } from "./make-realm.ts";
import type { RealmState } from "./realm-state.ts";
import { Refusal } from "./refusal.ts";

/** A Keycloak 26.7 in memory: its Admin API as `fetch`, and functions to arrange and to look. */
export interface InMemoryKeycloak {
  /**
   * Answers requests of the Admin API as the server does; everything before `/admin/realms/` in the
   * address is passed over. Rejects for a call that is not known here, rather than answering 404.
   */
  readonly fetch: typeof globalThis.fetch;
  /** The realm that is always there. */
  readonly master: InMemoryRealm;
  readonly makeRealm: (name: string) => InMemoryRealm;
  readonly deleteRealm: (name: string) => void;
}

/**
 * Makes a Keycloak in memory. Ids come from a counter, and nothing waits: two runs are the same.
 *
 * It does what the contract tests pin, which also run against real servers (`test/contract/`).
 *
 * @see [Admin REST API](https://www.keycloak.org/docs-api/latest/rest-api/index.html)
 */
export function createInMemoryKeycloak(): InMemoryKeycloak {
  const newId = createIds();
  const realms = new Map<string, RealmState>();
  const administrators = new Map<string, Administrator>();
  const state: ServerState = { realms, administrators, newId };

  const open = (name: string): InMemoryRealm => {
    if (realms.has(name)) throw new Error(`There is a realm ${name} already.`);
    const realm = makeRealm(newId, name);
    realms.set(name, realm);
    return openRealm(newId, realm, administrators);
  };

  return {
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const body = await request.text();
      request.signal.throwIfAborted();
      return respond(state, {
        method: request.method,
        url: new URL(request.url),
        authorization: request.headers.get("authorization"),
        body,
      });
    },
    master: open("master"),
    makeRealm: open,
    deleteRealm: (name) => {
      if (!realms.delete(name)) throw new Error(`There is no realm ${name}.`);
    },
  };
}

function respond(...[state, request]: Parameters<typeof answerRequest>): Response {
  try {
    const body = answerRequest(state, request);
    if (body === undefined) return new Response(null, { status: 204 });
    if (body instanceof Created) {
      const { origin, pathname } = request.url;
      const location = `${origin}${pathname.replace(/\/$/, "")}/${body.id}`;
      return new Response(null, { status: 201, headers: { location } });
    }
    return Response.json(body);
  } catch (thrown) {
    if (thrown instanceof Refusal) return Response.json(thrown.body, { status: thrown.status });
    throw thrown;
  }
}
