import { expect, test } from "vitest";
import { canReplaceAny, canReplaceWith } from "../../../../src/access/plan/can-replace.ts";
import { presets } from "../../../../src/catalog/presets/presets.ts";
import { makeSnapshot } from "../make-snapshot.ts";

const presetOf = (id: string) => {
  const preset = presets.find((candidate) => candidate.id === id);
  if (preset === undefined) throw new Error(`There is no preset ${id}.`);
  return preset;
};

test("what is held can be replaced by a preset whose roles may be assigned", () => {
  const snapshot = makeSnapshot({ mapped: ["realm-admin"], ungrantable: ["view-events"] });
  expect(canReplaceWith(presetOf("user-lookup"), snapshot)).toBe(true);
  expect(canReplaceWith(presetOf("event-reader"), snapshot)).toBe(false);
});

test("it can't be where a mapped role stays, unless the preset gives that role too", () => {
  const snapshot = makeSnapshot({ mapped: ["view-events", "view-users"] });
  const limited = { ...snapshot, kept: new Set(["admin:view-events" as const]) };
  expect(canReplaceWith(presetOf("user-lookup"), limited)).toBe(false);
  expect(canReplaceWith(presetOf("event-reader"), limited)).toBe(true);
});

test("Replace is offered where something of what is mapped may go, and a preset may take its place", () => {
  const states = presets.map((preset) => ({ preset }));
  const snapshot = makeSnapshot({ mapped: ["view-events", "view-users"] });
  const keeping = (...keys: readonly ("admin:view-events" | "admin:view-users")[]) => ({
    ...snapshot,
    kept: new Set(keys),
  });
  expect(canReplaceAny(states, snapshot)).toBe(true);
  expect(canReplaceAny(states, keeping("admin:view-events"))).toBe(true);
  expect(canReplaceAny(states, keeping("admin:view-events", "admin:view-users"))).toBe(false);
  expect(canReplaceAny([{ preset: presetOf("user-lookup") }], keeping("admin:view-events"))).toBe(
    false,
  );
});
