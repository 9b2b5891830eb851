import { type ServerAnswer, sendRequest, succeeded } from "./calls/send-request.ts";

/** What a fixture needs to make a call's target: the realm to measure in, as an administrator. */
export interface Lab {
  readonly baseUrl: string;
  readonly realm: string;
  /** The realm's path in the Admin API. */
  readonly realmPath: string;
  /** A token of a full administrator of the server, good for hours. */
  readonly adminToken: string;
  /** Another token of that administrator, which says of realms made meanwhile too. */
  readonly newAdminToken: () => Promise<string>;
  /** The address of an LDAP directory that lets everybody in and is empty. */
  readonly directoryUrl: string;
  /** A name that no other object has. */
  readonly name: () => string;
  /** Calls as the administrator, below the realm's path; throws when the server refuses. */
  readonly send: (method: string, path: string, body?: unknown) => Promise<ServerAnswer>;
  /** As `send`, and reads the answer. */
  readonly read: <Answer>(path: string) => Promise<Answer>;
  /** Makes an object by POST and returns its id. */
  readonly create: (path: string, body: unknown) => Promise<string>;
  /** Whether this server has the call; see callKey. */
  readonly has: (callKey: string) => boolean;
  /** Values of path parameters, by the template up to the parameter, names left out: `/users/{}`. */
  readonly known: Map<string, string>;
}

/** A lab in a realm that exists. Its `known` is empty at first. */
export function createLab(options: {
  baseUrl: string;
  realm: string;
  adminToken: string;
  newAdminToken?: () => Promise<string>;
  directoryUrl?: string;
  has: (callKey: string) => boolean;
}): Lab {
  const { baseUrl, realm, adminToken, newAdminToken = async () => adminToken, has } = options;
  // Nothing listens there.
  const { directoryUrl = "ldap://localhost:1" } = options;
  const realmPath = `/admin/realms/${realm}`;
  let count = 0;
  const send: Lab["send"] = async (method, path, body) => {
    const request = { method, path: `${realmPath}${path}`, token: adminToken, body };
    const answer = await sendRequest(baseUrl, request);
    if (!succeeded(answer)) {
      throw new PreparationError(
        `Preparing it failed: ${method} ${path} is answered ${answer.status} ${answer.text.slice(0, 120)}`,
      );
    }
    return answer;
  };
  return {
    baseUrl,
    realm,
    realmPath,
    adminToken,
    newAdminToken,
    directoryUrl,
    name: () => {
      count += 1;
      return `measured-${count}`;
    },
    send,
    read: async (path) => JSON.parse((await send("GET", path)).text),
    create: async (path, body) => (await send("POST", path, body)).createdId,
    has,
    known: new Map(),
  };
}

/** A call's target can't be made on this server, say since it lacks a feature. */
export class PreparationError extends Error {
  override readonly name = "PreparationError";
}
