// @vitest-environment happy-dom
/** What the tab says of a realm's presets that someone broke, disguised or gave power. */
import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { storeClientId } from "../../../../src/access/custom/store-client-id.ts";
import { presetAttribute } from "../../../../src/access/custom/store-of.ts";
import { writeCustomPreset } from "../../../../src/access/custom/write-custom-preset.ts";
import { storeRepresentation } from "../../../../src/keycloak/custom/create-store.ts";
import "../../../../src/panel/custom/StoreProblems.tsx";
import { inEnglish as textOf } from "../../texts/english.ts";
import { openTab, rowOf } from "../open-tab.tsx";
import { customPreset } from "./open-editor.tsx";

/** Opens the tab in a realm with a client of the store's name. */
function openWith(
  values: Readonly<Record<string, string>>,
  settings: Readonly<Record<string, unknown>> = {},
) {
  return openTab({
    arrange: ({ realm }) => {
      const presets = Object.entries(values).map(([id, value]) => [presetAttribute(id), value]);
      const { attributes, ...store } = storeRepresentation(Object.fromEntries(presets));
      realm.makeClient({ ...store, attributes, ...settings });
    },
  });
}

const sound = writeCustomPreset(customPreset());
const named = (name: string) => writeCustomPreset(customPreset({ name }));

async function told(): Promise<string> {
  return (await screen.findByTestId("storeProblems")).textContent ?? "";
}

test("a sound store is not talked about", async () => {
  const { sent } = openWith({ "billing-sync": sound });
  await rowOf("user-lookup");
  await waitFor(() => expect(screen.queryByTestId("createPreset")).not.toBe(null));
  expect(sent.some((request) => request.includes(storeClientId))).toBe(true);
  expect(screen.queryByTestId("storeProblems")).toBe(null);
});

test("a store that was enabled and got a flow and a service account is told, with what to undo", async () => {
  openWith(
    { "billing-sync": sound },
    { enabled: true, directAccessGrantsEnabled: true, serviceAccountsEnabled: true },
  );
  const text = await told();
  for (const key of ["enabled", "flow", "serviceAccount"] as const) {
    expect(text).toContain(textOf(`custom.altered.${key}`));
  }
  expect(text).not.toContain(textOf("custom.altered.fullScope"));
  expect(text).toContain(storeClientId);
});

test("presets that can't be read are told with the place of each problem, and the others are offered", async () => {
  openWith({
    "billing-sync": sound,
    torn: "{",
    odd: JSON.stringify({ name: "Odd", roles: [{ role: 1 }], power: true }),
    empty: JSON.stringify({ name: "Empty", roles: [] }),
  });
  const text = await told();
  expect(text).toContain(presetAttribute("torn"));
  expect(text).toContain(textOf("custom.flaw.notJson"));
  expect(text).toContain(`roles[0].role: ${textOf("custom.flaw.wrongType")}`);
  expect(text).toContain(textOf("custom.flaw.unknownField", { field: "power" }));
  expect(text).toContain(textOf("custom.flaw.noRoles"));
});

test.each([
  ["looks like a built-in one", "User l00kup", "custom.flaw.lookAlike"],
  ["mixes alphabets", "Bіlling", "custom.flaw.mixedScripts"],
  ["has characters that nobody sees", "Bil\u202eling", "custom.flaw.invisibleCharacters"],
] as const)("a name that %s is flagged", async (_, name, key) => {
  openWith({ "billing-sync": named(name) });
  const text = await told();
  expect(text).toContain(textOf("presets.custom", { name: name.replace("\u202e", "\\u202e") }));
  expect(text).toContain(textOf(key, { other: "User lookup" }));
  expect(text).not.toContain("\u202e");
});

test("two presets whose names look alike are both flagged", async () => {
  openWith({ a: named("Billing"), b: named("billing") });
  const text = await told();
  expect(text).toContain("Billing (this realm)");
  expect(text).toContain("billing (this realm)");
});

test("a client of the store's name that isn't the store is told, and nothing of it is offered", async () => {
  openWith({ "billing-sync": sound }, { attributes: { [presetAttribute("x")]: sound } });
  expect(await told()).toBe(
    `Info alert:${textOf("custom.readOnly.notOurs", { client: storeClientId })}`,
  );
  expect(screen.queryByTestId("preset-custom:x")).toBe(null);
});

test("hostile text of a store is plain text, cut where it is long, and many problems are counted", async () => {
  const hostile = `<img src=x onerror=alert(1)>\u202e${"x".repeat(5_000)}`;
  const values = Object.fromEntries(
    Array.from({ length: 30 }, (_, count) => [`p${count}`, JSON.stringify({ [hostile]: 1 })]),
  );
  openWith(values);
  const text = await told();
  expect(text).toContain("<img src=x onerror=alert(1)>\\u202e");
  expect(text.length).toBeLessThan(8_000);
  expect(text).toContain(textOf("custom.delete.more", { count: 20 }));
  expect(screen.getByTestId("storeProblems").querySelector("img")).toBe(null);
});
