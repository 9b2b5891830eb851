import { type CallTemplate, callKey } from "../../src/catalog/call-template.ts";
import { normalisedAnswer, shapeOfAnswer } from "./compare-answers.ts";
import { featureFor } from "./feature-for.ts";
import type { CallDetails, Fixture, TokenOf } from "./fixture.ts";
import type { Lab } from "./lab.ts";
import { isReading, isRevoking } from "./order-of-calls.ts";
import { PreparationError } from "./preparation-error.ts";
import { addressOf } from "./request-for.ts";
import { type ServerAnswer, sendRequest, succeeded } from "./send-request.ts";
import { smallestSets } from "./smallest-sets.ts";

/** What came of one call: a letter for each role, or why it wasn't measured. */
export type CallResult =
  | { readonly cells: string; readonly combinations: readonly (readonly string[])[] }
  | { readonly notCalled: string };

/** What all calls of a measurement share. */
export interface Measurement {
  readonly lab: Lab;
  readonly tokenOf: TokenOf;
  readonly roles: readonly string[];
  readonly includes: ReadonlyMap<string, readonly string[]>;
  readonly fixtures: ReadonlyMap<string, Fixture>;
}

const plainly = (): CallDetails => ({});

/** Refused for want of a role: 404 is how some resources hide that they exist. */
const refusals = new Set([401, 403, 404]);

/**
 * Makes one call as an administrator and then with each role, and, where no role below realm-admin
 * allows it, with sets of roles.
 */
export async function measureCall(
  call: CallTemplate,
  measurement: Measurement,
): Promise<CallResult> {
  const { roles, fixtures } = measurement;
  const fixture = fixtures.get(callKey(call)) ?? (call.method === "GET" ? plainly : undefined);
  if (typeof fixture === "string") return { notCalled: fixture };
  if (fixture === undefined) return whyNot(call, "No target is known to call it on.");

  const caller = createCaller(call, fixture, measurement);
  let before: ServerAnswer | undefined;
  try {
    before = await caller.send("administrator");
  } catch (error) {
    if (error instanceof PreparationError) return whyNot(call, error.message);
    throw error;
  }
  if (before === undefined) return whyNot(call, "A value of its path isn't known here.");
  if (!succeeded(before)) {
    const { status, text } = before;
    return whyNot(
      call,
      `A full administrator's own call is answered ${status} ${text}`.slice(0, 160),
    );
  }

  const reads = isReading(call);
  const after = reads ? await caller.send("administrator") : before;
  const letterOf = createLetter(reads, before, after ?? before);
  const verdictOf = async (set: readonly string[]) => {
    let answer = await caller.send(set);
    // Neither done nor refused: perhaps another call took its target away.
    if (answer !== undefined && !succeeded(answer) && !refusals.has(answer.status)) {
      answer = await caller.send(set);
    }
    return answer === undefined ? "u" : letterOf(answer);
  };
  let cells = "";
  for (const role of roles) cells += await verdictOf([role]);
  const isAlone = roles.some((role, index) => role !== "realm-admin" && cells[index] === "a");
  const combinations = isAlone
    ? []
    : await smallestSets(measurement, async (set) => (await verdictOf(set)) === "a");
  return { cells, combinations };
}

/** Sends the call again and again, on a new target after each answer that isn't a refusal. */
function createCaller(
  call: CallTemplate,
  fixture: Exclude<Fixture, string>,
  measurement: Measurement,
) {
  let details: CallDetails | undefined;
  return {
    async send(roles: readonly string[] | "administrator"): Promise<ServerAnswer | undefined> {
      details ??= await fixture(measurement.lab);
      const { administrator, within } = details;
      const { lab, tokenOf } = within ?? measurement;
      const path = addressOf(call, details, lab);
      if (path === undefined) return undefined;
      const { body, mediaType } = details;
      const isOfRealm = roles === "administrator" && administrator !== undefined;
      const caller = isOfRealm ? [administrator] : roles;
      const token = await tokenOf(caller, { isNew: isRevoking(call) });
      const answer = await sendRequest(lab.baseUrl, {
        method: call.method,
        path,
        token,
        body,
        ...(mediaType === undefined ? {} : { mediaType }),
      });
      if (!refusals.has(answer.status)) details = undefined;
      return answer;
    },
  };
}

/** Tells an answer's letter by comparing it with what the administrator got. */
function createLetter(reads: boolean, before: ServerAnswer, after: ServerAnswer) {
  const isSteady = normalisedAnswer(before.text) === normalisedAnswer(after.text);
  const form = isSteady ? normalisedAnswer : shapeOfAnswer;
  return (answer: ServerAnswer): string => {
    if (!succeeded(answer)) return refusals.has(answer.status) ? "d" : "u";
    return !reads || form(answer.text) === form(before.text) ? "a" : "f";
  };
}

function whyNot({ path }: CallTemplate, otherwise: string): CallResult {
  const feature = featureFor(path);
  if (feature === undefined) return { notCalled: otherwise };
  return { notCalled: `Needs the feature ${feature}, off unless the server is started with it.` };
}
