import { type CallTemplate, callKey } from "../../../src/catalog/calls/call-template.ts";

/** Calls that an administrator gets nothing from in the measured realm, with the reason why that is right. */
const rightlyEmpty = new Map([
  [
    "GET/users/{}/configured-user-storage-credential-types",
    "Only users of a user directory have such credentials, and the realm has no such users.",
  ],
]);

/**
 * Makes sure that a full administrator gets something from a call that reads: where there is nothing to see, nobody
 * could get less of it, and a role that sees nothing would be measured as allowed.
 *
 * @throws Error that names the call where its answer is empty and it isn't one of those that may be
 */
export function assertNotEmpty(call: CallTemplate, text: string): void {
  if (!isEmptyAnswer(text) || rightlyEmpty.has(callKey(call)) || isOfExtension(call)) return;
  throw new Error(
    `An administrator gets nothing from ${call.method} ${call.path}: ${text}. Let the realm or the call's fixture have something to see, or list the call with the reason in lab/measure/calls/empty-answers.ts.`,
  );
}

/** Phase Two's calls, whose realm wasn't gone through for this yet. */
const isOfExtension = ({ path }: CallTemplate) => /^\/realms\/\{[^}]*\}\/(orgs|users)/.test(path);

/** Whether an answer has nothing in it: no text, empty lists and objects, counts of 0. */
export function isEmptyAnswer(text: string): boolean {
  if (text === "") return true;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return false;
  }
  return isEmpty(value);
}

function isEmpty(value: unknown): boolean {
  if (typeof value === "object" && value !== null) return Object.values(value).every(isEmpty);
  return value === 0 || value === "" || value === null;
}
