import { type ServerAnswer, sendRequest, succeeded } from "../measure/calls/send-request.ts";
import { Refusal } from "./refusal.ts";

/** Calls below a realm's path in the Admin API, with that token. */
export interface Caller {
  readonly token: string;
  /** Throws a Refusal when the server refuses, and another error when the call fails else. */
  readonly send: (method: string, path: string, body?: unknown) => Promise<ServerAnswer>;
  /** As `send`, and reads the answer. */
  readonly read: <Answer>(path: string) => Promise<Answer>;
  /** Makes an object by POST and returns its id. */
  readonly create: (path: string, body: unknown) => Promise<string>;
}

/** Words with which a server refuses by 400, which else says that our call isn't a right one. */
const refusing = /can ?not manage credentials for this user|cannot be impersonated|not allowed/i;

/** A caller in that realm. */
export function callerWith(baseUrl: string, realm: string, token: string): Caller {
  const send: Caller["send"] = async (method, path, body) => {
    const request = { method, path: `/admin/realms/${realm}${path}`, token, body };
    const answer = await sendRequest(baseUrl, request);
    if (succeeded(answer)) return answer;
    const what = `${method} ${path} is answered ${answer.status} ${answer.text.slice(0, 160)}`;
    const isRefusal = answer.status === 400 ? refusing.test(answer.text) : isDenial(answer.status);
    throw isRefusal ? new Refusal(what) : new Error(what);
  };
  return {
    token,
    send,
    read: async (path) => JSON.parse((await send("GET", path)).text),
    create: async (path, body) => (await send("POST", path, body)).createdId,
  };
}

const isDenial = (status: number) => status === 401 || status === 403;
