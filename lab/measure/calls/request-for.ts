import { type CallTemplate, callKey, wholePath } from "../../../src/catalog/calls/call-template.ts";
import type { CallDetails } from "../fixtures/fixture.ts";
import type { Lab } from "../lab.ts";

/**
 * The address of a call: its template's parameters filled with the fixture's values, from the left,
 * and the rest with what the lab knows for them. Undefined where a value isn't known.
 */
export function addressOf(call: CallTemplate, details: CallDetails, lab: Lab): string | undefined {
  const given = [...(details.params ?? [])];
  const filled: string[] = [];
  let isComplete = true;
  const segments = wholePath(call.path).split("/");
  for (const [index, segment] of segments.entries()) {
    if (!segment.startsWith("{")) {
      filled.push(segment);
      continue;
    }
    const template = templateOf(segments.slice(0, index + 1));
    const value = segment === "{realm}" ? lab.realm : (given.shift() ?? known(template, call, lab));
    if (value === undefined) isComplete = false;
    filled.push(encodeURIComponent(value ?? ""));
  }
  if (!isComplete) return undefined;
  return `${filled.join("/")}${details.query === undefined ? "" : `?${details.query}`}`;
}

function known(template: string, call: CallTemplate, lab: Lab): string | undefined {
  const isAuthorization = callKey(call).includes("/clients/{}/authz/");
  return isAuthorization && template === "/clients/{}"
    ? lab.known.get("authorization client")
    : lab.known.get(template);
}

/** The template so far, as the lab's known values are keyed. */
function templateOf(segments: readonly string[]): string {
  const path = segments.map((segment) => (segment.startsWith("{") ? "{}" : segment)).join("/");
  return path.replace(/^\/admin\/realms\/\{\}(?=\/)/, "");
}
