import { readFile } from "node:fs/promises";
import { parse } from "dot-properties";
import { type CallTemplate, callKey } from "../../src/catalog/calls/call-template.ts";

/** What calls and their families are called. */
export interface CallNames {
  /** Empty where a call has no name. */
  readonly ofCall: (call: CallTemplate) => string;
  /** The id itself where a family has no name. */
  readonly ofFamily: (id: string) => string;
}

/** Reads names from text in Keycloak's own format of messages. */
export function parseCallNames(text: string): CallNames {
  const texts = new Map(Object.entries(parse(text)).map(([key, name]) => [key, String(name)]));
  return {
    ofCall: (call) => texts.get(callKey(call)) ?? "",
    ofFamily: (id) => texts.get(`family.${id}`) ?? id,
  };
}

/** Reads names from a file; see {@link parseCallNames}. */
export async function readCallNames(path: string): Promise<CallNames> {
  return parseCallNames(await readFile(path, "utf8"));
}
