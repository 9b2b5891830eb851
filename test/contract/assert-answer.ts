import assert from "node:assert/strict";
import type { Answer } from "./contract-server.ts";
import { fieldsOf } from "./names-in.ts";

/** Holds that a request was done, and answered with nothing. */
export function assertDone(answer: Answer): void {
  assert.deepEqual(answer, { status: 204, body: undefined });
}

/** Holds that a request was answered with a status and, where it is named, an error. */
export function assertRefused({ status, body }: Answer, expected: number, error?: string): void {
  assert.equal(status, expected, JSON.stringify(body));
  if (error !== undefined) assert.equal(fieldsOf(body).get("error"), error);
}
