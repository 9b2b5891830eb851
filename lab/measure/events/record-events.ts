import { type CallTemplate, callKey, wholePath } from "../../../src/catalog/calls/call-template.ts";
import { addressOf } from "../calls/request-for.ts";
import { sendRequest, succeeded } from "../calls/send-request.ts";
import { isRevoking } from "../endpoints/order-of-calls.ts";
import type { CallDetails, Fixture, TokenOf } from "../fixtures/fixture.ts";
import { createLab, type Lab, PreparationError } from "../lab.ts";
import { eventTemplate, type RecordedEvent } from "./event-template.ts";

/** The admin events that one call left, as templates, and ways in which it couldn't be made, with the reasons. */
export interface RecordedCall {
  /** Undefined where it was made in no way. */
  readonly events: readonly string[] | undefined;
  readonly notMade: readonly string[];
}

/** What all calls of a recording share. */
interface Recording {
  readonly lab: Lab;
  readonly tokenOf: TokenOf;
  /** How each call is made, in one way or several. */
  readonly fixtures: ReadonlyMap<string, readonly Fixture[]>;
  /** What stands in paths of the Admin API beside values. */
  readonly words: ReadonlySet<string>;
}

const keeping = { adminEventsEnabled: true, adminEventsDetailsEnabled: true };

const callers = [["realm-admin"], "administrator"] as const;

/**
 * Makes one call in each way that is known, with a client that has realm-admin, and as an administrator of the server
 * where that isn't enough or the call is about a realm as a whole. Tells which admin events that left in the realm and
 * in `master`.
 */
export async function recordEvents(
  call: CallTemplate,
  recording: Recording,
): Promise<RecordedCall> {
  const events = new Set<string>();
  const notMade: string[] = [];
  let isMade = false;
  for (const fixture of recording.fixtures.get(callKey(call)) ?? ["No target is known."]) {
    let reason: string | undefined;
    for (const caller of callers) {
      const made = await attempt(call, fixture, caller, recording);
      if (typeof made === "string") {
        reason = made;
        continue;
      }
      isMade = true;
      reason = undefined;
      for (const event of made) events.add(event);
      if (!call.path.startsWith("/admin/realms")) break;
    }
    if (reason !== undefined) notMade.push(reason);
  }
  return { events: isMade ? [...events].sort() : undefined, notMade };
}

/** Makes a call once; the reason where it didn't succeed. */
async function attempt(
  call: CallTemplate,
  fixture: Fixture,
  caller: Parameters<TokenOf>[0],
  { lab, tokenOf, words }: Recording,
): Promise<readonly string[] | string> {
  if (typeof fixture === "string") return fixture;
  try {
    const details = await fixture(lab);
    const { lab: inRealm, tokenOf: tokenIn } = details.within ?? { lab, tokenOf };
    const path = addressOf(call, details, inRealm);
    if (path === undefined) return "A value of its path isn't known here.";
    const values = valuesIn(call, path);
    const token = await tokenIn(caller, { isNew: isRevoking(call) });
    const { answer, events } = await makeCall(call, path, token, details, inRealm);
    if (succeeded(answer)) return events.map((event) => eventTemplate(event, words, values));
    return `A full administrator's own call is answered ${answer.status} ${answer.text}`.slice(
      0,
      160,
    );
  } catch (thrown) {
    if (thrown instanceof PreparationError) return thrown.message;
    throw thrown;
  }
}

/** What stands in an address in place of the call's parameters. */
function valuesIn(call: CallTemplate, address: string): ReadonlySet<string> {
  const [path = ""] = address.split("?");
  const template = wholePath(call.path).split("/");
  const values = path.split("/").filter((_, place) => template[place]?.startsWith("{"));
  return new Set(values.map(decodeURIComponent));
}

async function makeCall(
  { method }: CallTemplate,
  path: string,
  token: string,
  { body, mediaType }: CallDetails,
  lab: Lab,
) {
  const { baseUrl, adminToken, has } = lab;
  const realms = [lab, createLab({ baseUrl, realm: "master", adminToken, has })];
  for (const realm of realms) {
    await realm.send("PUT", "", keeping);
    await realm.send("DELETE", "/admin-events");
  }
  const request = { method, path, token, body };
  const answer = await sendRequest(
    baseUrl,
    mediaType === undefined ? request : { ...request, mediaType },
  );
  const events: RecordedEvent[] = [];
  for (const realm of realms) events.push(...(await readEvents(realm)));
  return { answer, events };
}

/** The events of a realm; none where the call took the realm away. */
async function readEvents(realm: Lab): Promise<readonly RecordedEvent[]> {
  try {
    return await realm.read<RecordedEvent[]>("/admin-events?max=100");
  } catch (thrown) {
    if (thrown instanceof PreparationError) return [];
    throw thrown;
  }
}
