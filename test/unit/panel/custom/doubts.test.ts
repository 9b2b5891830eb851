// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { doubtsAbout } from "../../../../src/panel/custom/doubts.ts";
import { inEnglish as textOf } from "../../texts/english.ts";
import { customPreset } from "./open-editor.tsx";

test("a preset whose name deceives is doubted with the reason, and others are not", () => {
  const doubts = doubtsAbout(textOf, [
    customPreset(),
    customPreset({ id: "imitation", name: "User Iookup" }),
    customPreset({ id: "copy", name: "Billing-sync" }),
    customPreset({ id: "hidden", name: "Exports\u2060" }),
  ]);
  const why = new Map([
    ["imitation", textOf("custom.flaw.lookAlike", { other: "User lookup" })],
    ["billing-sync", textOf("custom.flaw.lookAlike", { other: "Billing-sync" })],
    ["copy", textOf("custom.flaw.lookAlike", { other: "Billing sync" })],
    ["hidden", textOf("custom.flaw.invisibleCharacters")],
  ]);
  expect([...doubts.keys()].sort()).toEqual([...why.keys()].sort());
  for (const [id, reason] of why) expect(doubts.get(id)).toContain(reason);
});
