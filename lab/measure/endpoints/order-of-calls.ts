import { type CallTemplate, callKey } from "../../../src/catalog/calls/call-template.ts";

/** Calls that change nothing, though they are no GET. */
const readingCalls = new Set([
  "POST/clients/{}/authz/resource-server/permission/evaluate",
  "POST/clients/{}/authz/resource-server/permission/{}/evaluate",
  "POST/clients/{}/authz/resource-server/policy/evaluate",
  "POST/clients/{}/authz/resource-server/policy/{}/evaluate",
  "POST/identity-provider/import-config",
  "POST/identity-provider/upload-certificate",
  "POST/partial-export",
]);

/** Calls after which the realm's access tokens are no longer taken. */
const revokingCalls = new Set(["POST/logout-all", "POST/push-revocation"]);

/** Whether a call only reads: then its answers are compared. */
export function isReading(call: CallTemplate): boolean {
  return call.method === "GET" || readingCalls.has(callKey(call));
}

/** Whether a call ends the tokens issued so far. */
export function isRevoking(call: CallTemplate): boolean {
  return revokingCalls.has(callKey(call));
}

/**
 * The order in which calls are measured: first what only reads, while the realm is as it was made,
 * and last what ends the callers' tokens.
 */
export function inMeasuringOrder<Call extends CallTemplate>(
  calls: readonly Call[],
): readonly Call[] {
  const rank = (call: CallTemplate) => (isReading(call) ? 0 : isRevoking(call) ? 2 : 1);
  return [...calls].sort((a, b) => rank(a) - rank(b));
}
