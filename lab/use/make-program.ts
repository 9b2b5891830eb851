import { type CallTemplate, callKey } from "../../src/catalog/calls/call-template.ts";
import { callerNamed, requestToken } from "../measure/calls/callers.ts";
import { addressOf } from "../measure/calls/request-for.ts";
import { sendRequest, succeeded } from "../measure/calls/send-request.ts";
import { otherWays } from "../measure/events/other-ways.ts";
import { allFixtures } from "../measure/fixtures/all-fixtures.ts";
import type { Fixture } from "../measure/fixtures/fixture.ts";
import type { Lab } from "../measure/lab.ts";

/** A program with a service account of its own. */
export interface Program {
  readonly lab: Lab;
  readonly clientId: string;
  readonly secret: string;
  /** Makes a call on a new target; undefined where it succeeds, otherwise what the server says. */
  readonly make: (call: CallTemplate) => Promise<string | undefined>;
  /** Takes all admin roles away and gives these. */
  readonly holdOnly: (roles: readonly string[]) => Promise<void>;
  /** What an access log has of all calls so far. */
  readonly log: () => string;
}

interface Role {
  readonly id: string;
  readonly name: string;
}

/** Calls whose usual fixture changes nothing, and so leaves no event. */
const idle = ["PUT/users/{}/groups/{}", "DELETE/attack-detection/brute-force/users/{}"];

const fixtures: ReadonlyMap<string, Fixture> = new Map([
  ...allFixtures,
  ...otherWays.filter(([key]) => idle.includes(key)),
]);

/** Makes a client whose service account has realm-admin. */
export async function makeProgram(lab: Lab, name: string): Promise<Program> {
  const [management] = await lab.read<{ id: string }[]>("/clients?clientId=realm-management");
  const container = management?.id ?? "";
  const available = await lab.read<Role[]>(`/clients/${container}/roles`);
  const client = callerNamed(`used-by-${name}`, "secret");
  const clientUuid = await lab.create("/clients", client);
  const { id } = await lab.read<{ id: string }>(`/clients/${clientUuid}/service-account-user`);
  // Testing the mail server sends a mail to the caller.
  await lab.send("PUT", `/users/${id}`, { email: `${client.clientId}@example.org` });
  const mappings = `/users/${id}/role-mappings/clients/${container}`;
  const lines: string[] = [];
  const holdOnly = async (names: readonly string[]) => {
    const held = await lab.read<Role[]>(mappings);
    if (held.length > 0) await lab.send("DELETE", mappings, held);
    const roles = available.filter((role) => names.includes(role.name));
    if (roles.length > 0) await lab.send("POST", mappings, roles);
  };
  await holdOnly(["realm-admin"]);
  return {
    ...{ lab, clientId: client.clientId, secret: client.secret, holdOnly },
    log: () => lines.join("\n"),
    make: async (call) => {
      const fixture = fixtures.get(callKey(call));
      if (typeof fixture === "string") return fixture;
      const details = (await fixture?.(lab)) ?? {};
      const path = addressOf(call, details, lab);
      if (path === undefined) return "A value of its path isn't known here.";
      const token = await requestToken(lab.baseUrl, lab.realm, client);
      const { body, mediaType } = details;
      const request = { method: call.method, path, token, body };
      const answer = await sendRequest(
        lab.baseUrl,
        mediaType === undefined ? request : { ...request, mediaType },
      );
      lines.push(`10.0.0.1 - - [30/Nov/2026] "${call.method} ${path} HTTP/1.1" ${answer.status} 0`);
      return succeeded(answer) ? undefined : `${answer.status} ${answer.text.slice(0, 100)}`;
    },
  };
}
