import { type CallTemplate, callKey } from "../../../src/catalog/calls/call-template.ts";
import { isReading, isRevoking } from "../endpoints/order-of-calls.ts";
import type { CallDetails, Fixture, TokenOf } from "../fixtures/fixture.ts";
import type { Lab } from "../lab.ts";
import { PreparationError } from "../lab.ts";
import { normalisedAnswer, shapeOfAnswer } from "./compare-answers.ts";
import { assertNotEmpty } from "./empty-answers.ts";
import { addressOf } from "./request-for.ts";
import { type ServerAnswer, sendRequest, succeeded } from "./send-request.ts";

/** Where calls are made, by whom, and how. */
export interface Laboratory {
  readonly lab: Lab;
  readonly tokenOf: TokenOf;
  readonly fixtures: ReadonlyMap<string, Fixture>;
  /** Set where calls are made in another order than they are measured in: one may have emptied what another reads. */
  readonly mayBeEmpty?: boolean;
}

/** A call that an administrator has just made with success: now anybody may try it. */
export interface Probe {
  /** Makes the call with exactly these roles: a allowed, f filtered, d denied, u unknown. */
  readonly letterFor: (roles: readonly string[]) => Promise<string>;
}

/** Why a call can't be tried. */
export interface NotCalled {
  readonly notCalled: string;
}

const plainly = (): CallDetails => ({});

/** Refused for want of a role: 404 is how some resources hide that they exist. */
const refusals = new Set([401, 403, 404]);

/**
 * Makes a call as an administrator. What others get can be judged only where that succeeds, since
 * some resources check their input before the role.
 */
export async function probeCall(
  call: CallTemplate,
  laboratory: Laboratory,
): Promise<Probe | NotCalled> {
  const known = laboratory.fixtures.get(callKey(call));
  const fixture = known ?? (call.method === "GET" ? plainly : undefined);
  if (typeof fixture === "string") return { notCalled: fixture };
  if (fixture === undefined) return whyNot(call, "No target is known to call it on.");

  const send = createSender(call, fixture, laboratory);
  let first: ServerAnswer | undefined;
  try {
    first = await send("administrator");
  } catch (error) {
    if (error instanceof PreparationError) return whyNot(call, error.message);
    throw error;
  }
  if (first === undefined) return whyNot(call, "A value of its path isn't known here.");
  if (!succeeded(first)) {
    const said = `A full administrator's own call is answered ${first.status} ${first.text}`;
    return whyNot(call, said.slice(0, 160));
  }
  if (isReading(call) && laboratory.mayBeEmpty !== true) assertNotEmpty(call, first.text);
  const isFull = isReading(call) ? await createComparison(first, send) : async () => true;
  return {
    letterFor: async (roles) => {
      let answer = await send(roles);
      // Neither done nor refused: perhaps another call took its target away.
      if (isOdd(answer)) answer = await send(roles);
      if (answer === undefined || isOdd(answer)) return "u";
      if (!succeeded(answer)) return "d";
      return (await isFull(answer)) ? "a" : "f";
    },
  };
}

const isOdd = (answer: ServerAnswer | undefined) =>
  answer !== undefined && !succeeded(answer) && !refusals.has(answer.status);

type Send = (roles: readonly string[] | "administrator") => Promise<ServerAnswer | undefined>;

/** Sends the call again and again, on a new target after each answer that isn't a refusal. */
function createSender(
  call: CallTemplate,
  fixture: Exclude<Fixture, string>,
  laboratory: Laboratory,
): Send {
  let details: CallDetails | undefined;
  return async (roles) => {
    details ??= await fixture(laboratory.lab);
    const { administrator, within, body, mediaType } = details;
    const { lab, tokenOf } = within ?? laboratory;
    const isOfRealm = roles === "administrator" && administrator !== undefined;
    const caller = isOfRealm ? [administrator] : roles;
    const token = await tokenOf(caller, { isNew: isRevoking(call) });
    const path = addressOf(call, details, lab);
    if (path === undefined) return undefined;
    const request = { method: call.method, path, token, body };
    const answer = await sendRequest(
      lab.baseUrl,
      mediaType === undefined ? request : { ...request, mediaType },
    );
    if (!refusals.has(answer.status)) details = undefined;
    return answer;
  };
}

/**
 * Tells whether an answer is all that an administrator gets. What changes from call to call by
 * itself is compared by its shape; and before it is called less, the administrator asks once more,
 * since a new caller is a new client of the realm.
 */
async function createComparison(first: ServerAnswer, send: Send) {
  const second = (await send("administrator")) ?? first;
  const isSteady = normalisedAnswer(first.text) === normalisedAnswer(second.text);
  const form = isSteady ? normalisedAnswer : shapeOfAnswer;
  let full = form(second.text);
  return async ({ text }: ServerAnswer): Promise<boolean> => {
    if (form(text) === full) return true;
    full = form((await send("administrator"))?.text ?? "");
    return form(text) === full;
  };
}

function whyNot({ path }: CallTemplate, otherwise: string): NotCalled {
  const feature = featureFor(path);
  if (feature === undefined) return { notCalled: otherwise };
  return { notCalled: `Needs the feature ${feature}, off unless the server is started with it.` };
}

const features: readonly (readonly [path: RegExp, feature: string])[] = [
  [/^\/ssf\//, "ssf"],
  [/\/vc\//, "oid4vc-vci"],
  [/\/management\/permissions$|^\/users-management-permissions$/, "admin-fine-grained-authz:v1"],
  [/^\/client-types$/, "client-types"],
  [/^\/workflows/, "workflows"],
];

/**
 * The feature that a call belongs to, where it is one that was, in some version, off unless the
 * server is started with it.
 *
 * @see [Enabling and disabling features](https://www.keycloak.org/server/features)
 */
export function featureFor(path: string): string | undefined {
  return features.find(([pattern]) => pattern.test(path))?.[1];
}
