import assert from "node:assert/strict";
import type { Answer, RoleName } from "./contract-server.ts";

/** The fields of an answer that is an object. */
export function fieldsOf(value: unknown): ReadonlyMap<string, unknown> {
  assert.ok(typeof value === "object" && value !== null, `No object: ${JSON.stringify(value)}`);
  return new Map(Object.entries(value));
}

/** The items of a successful answer that is a list. */
export function itemsOf({ status, body }: Answer): readonly ReadonlyMap<string, unknown>[] {
  assert.equal(status, 200, JSON.stringify(body));
  assert.ok(Array.isArray(body));
  return body.map(fieldsOf);
}

/** The roles of a successful answer. */
export function rolesIn(answer: Answer): readonly RoleName[] {
  return itemsOf(answer).map((item) => ({
    id: String(item.get("id")),
    name: String(item.get("name")),
  }));
}

/** The names in a successful answer, sorted: servers list in no fixed order. */
export function namesIn(answer: Answer): readonly string[] {
  return rolesIn(answer)
    .map(({ name }) => name)
    .sort();
}
