import names from "../../../messages/calls_en.properties";
import phaseTwoNames from "../../../messages/calls-phase-two_en.properties";
import { type CallTemplate, callKey } from "../../catalog/calls/call-template.ts";

const texts = new Map([names, phaseTwoNames].flatMap((it) => Object.entries(it)));

/** The name of a call for people; empty if it has none. */
export function callName(call: CallTemplate): string {
  return callNameByKey(callKey(call)) ?? "";
}

/** A call's name by its key; undefined if it has none. */
export function callNameByKey(key: string): string | undefined {
  return texts.get(key);
}
