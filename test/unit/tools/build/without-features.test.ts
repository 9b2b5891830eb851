import { expect, test } from "vitest";
import { bundleScripts } from "../../../../tools/build/bundle-scripts.ts";
import type { Feature } from "../../../../tools/build/without-features.ts";

const scriptsWithout = async (...without: readonly Feature[]) => {
  const { scripts } = await bundleScripts(process.cwd(), undefined, without);
  return scripts.map(({ contents }) => Buffer.from(contents).toString()).join("\n");
};

test("the theme can be built without ends: nothing in it calls workflows, or asks when roles end", async () => {
  const parts = [
    // Not the paths alone: they are among the calls that were measured.
    ...['path:"/workflows"', 'path:"/workflows/scheduled/', "/activate/USERS/", "revoke-role"],
    // What a plan shows in the tab, and the change of several clients in the list.
    ...["endChoice", "endPromise", "planEnds", "endCanBeCancelled"],
  ];
  const all = await scriptsWithout();
  expect(parts.filter((part) => !all.includes(part))).toEqual([]);
  const rest = await scriptsWithout("ends");
  expect(parts.filter((part) => rest.includes(part))).toEqual([]);
});

test("the theme can be built without custom presets: nothing in it asks for their store, edits or names them", async () => {
  const parts = [
    // The store, the requests that search roles, and the fields of documents.
    ...["service-account-presets.format", "ofClient=", '"formerly"'],
    // What is shown.
    ...["savePreset", "createPreset", "ownPreset.create", "custom.saveFirst", "custom.wrong.title"],
    ...["Presets of this realm", "Vorlagen dieses Realms", "(this realm)"],
  ];
  const all = await scriptsWithout();
  expect(parts.filter((part) => !all.includes(part))).toEqual([]);
  const rest = await scriptsWithout("custom-presets");
  expect(parts.filter((part) => rest.includes(part))).toEqual([]);
});

test("the theme can be built without both, and the curated presets stay", async () => {
  const rest = await scriptsWithout("ends", "custom-presets");
  const parts = ["service-account-presets.format", 'path:"/workflows"', "presets.user-lookup"];
  expect(parts.map((part) => rest.includes(part))).toEqual([false, false, true]);
});
