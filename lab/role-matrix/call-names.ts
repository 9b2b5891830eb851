import { type CallTemplate, callKey } from "../../src/catalog/calls/call-template.ts";

/** What calls and their families are called. */
export interface CallNames {
  /** Empty where a call has no name. */
  readonly ofCall: (call: CallTemplate) => string;
  /** The id itself where a family has no name. */
  readonly ofFamily: (id: string) => string;
}

/** @param texts names of calls by their `callKey`, and of families as `family.<id>` */
export function callNames(texts: Readonly<Record<string, string>>): CallNames {
  return {
    ofCall: (call) => texts[callKey(call)] ?? "",
    ofFamily: (id) => texts[`family.${id}`] ?? id,
  };
}
