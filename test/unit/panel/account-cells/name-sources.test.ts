import { expect, test } from "vitest";
import { nameSources } from "../../../../src/panel/account-cells/name-sources.ts";
import { inEnglish as textOf } from "../../texts/english.ts";

const role = { container: "admin", name: "view-users" } as const;

test("each place that a role comes from is named once", () => {
  const group = { kind: "group", name: "/operators" } as const;
  const names = nameSources(textOf, [
    { role, sources: [group, { kind: "composite", name: "outer" }] },
    { role: { ...role, name: "view-realm" }, sources: [group] },
  ]);
  expect(names).toEqual([
    textOf("accounts.through.group", { name: "/operators" }),
    textOf("accounts.through.composite", { name: "outer" }),
  ]);
});

test("an unknown place is reported", () => {
  expect(nameSources(textOf, [{ role, sources: [] }])).toEqual([textOf("accounts.through.other")]);
});
