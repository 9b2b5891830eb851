import { expect, test } from "vitest";
import { customRoleKey } from "../../../../src/access/custom/custom-preset.ts";
import { markerAttribute } from "../../../../src/access/custom/marker.ts";
import {
  type FoundStore,
  formatAttribute,
  presetAttribute,
  storeOf,
  storeSettings,
} from "../../../../src/access/custom/store-of.ts";
import { writeCustomPreset } from "../../../../src/access/custom/write-custom-preset.ts";

const preset = {
  ...{ id: "billing", name: "Billing", purpose: "" },
  ...{ roles: [{ role: "a" }], revision: 1, formerly: [] },
};

const found = (
  attributes: Readonly<Record<string, string>>,
  fields: Readonly<Record<string, unknown>> = {},
) => {
  const all = new Map(Object.entries({ ...storeSettings, ...fields }));
  const store = storeOf("u", all, new Map([[formatAttribute, "1"], ...Object.entries(attributes)]));
  expect(store.kind).toBe("found");
  return store as FoundStore;
};

test("a client without the format, or with another one, isn't ours", () => {
  expect(storeOf("u", new Map(), new Map())).toMatchObject({ kind: "notOurs" });
  expect(storeOf("u", new Map(), new Map([[formatAttribute, "2"]]))).toEqual({
    ...{ kind: "notOurs", clientUuid: "u", format: "2" },
  });
});

test("a store's presets are read in the order of their ids, and those that can't be read are told", () => {
  const store = found({
    [presetAttribute("z")]: writeCustomPreset({ ...preset, id: "z" }),
    [presetAttribute("billing")]: writeCustomPreset(preset),
    [presetAttribute("Bad id")]: writeCustomPreset(preset),
    [presetAttribute("torn")]: "{",
    "access.token.lifespan": "60",
  });
  expect(store.presets).toEqual([preset, { ...preset, id: "z" }]);
  expect(store.broken.map(({ id, problems }) => [id, problems[0]?.kind])).toEqual([
    ["Bad id", "malformedId"],
    ["torn", "notJson"],
  ]);
  expect(store.values.get("torn")).toBe("{");
});

test("no more than 200 presets are read", () => {
  const value = writeCustomPreset(preset);
  const many = Array.from({ length: 203 }, (_, count) => [presetAttribute(`p${count}`), value]);
  const store = found(Object.fromEntries(many));
  expect(store.presets).toHaveLength(200);
  expect(store.broken.map(({ problems }) => problems[0])).toEqual(
    Array(3).fill({ place: "", kind: "tooMany", values: { count: 203, limit: 200 } }),
  );
});

test("a store as it was made has no alterations", () => {
  expect(found({}).alterations).toEqual([]);
});

test.each([
  [{ enabled: true }, "enabled"],
  [{ publicClient: false }, "notPublic"],
  [{ standardFlowEnabled: true }, "flow"],
  [{ implicitFlowEnabled: true }, "flow"],
  [{ directAccessGrantsEnabled: true }, "flow"],
  [{ serviceAccountsEnabled: true }, "serviceAccount"],
  [{ authorizationServicesEnabled: true }, "authorization"],
  [{ redirectUris: ["*"] }, "redirectUri"],
  [{ webOrigins: ["+"] }, "redirectUri"],
  [{ fullScopeAllowed: true }, "fullScope"],
])("a store with %j was altered: %s", (fields, alteration) => {
  expect(found({}, fields).alterations).toEqual([alteration]);
});

test("a flow that is an attribute is an alteration too", () => {
  expect(found({ "oauth2.device.authorization.grant.enabled": "true" }).alterations).toEqual([
    "flow",
  ]);
  expect(found({ "oidc.ciba.grant.enabled": "false" }).alterations).toEqual([]);
});

test.each([
  [{ access: { view: true, manage: true } }, true],
  [{ access: { view: true, configure: true, manage: false } }, false],
  [{ access: "all" }, false],
  [{}, true],
])("the server says who may change it: %j", (fields, isManageable) => {
  expect(found({}, fields).isManageable).toBe(isManageable);
});

test("markers are named by the preset, and roles by client and name", () => {
  expect(markerAttribute("billing")).toBe("service-account-presets.custom.billing");
  expect(customRoleKey({ role: "a" })).not.toBe(customRoleKey({ client: "", role: "a" }));
  expect(customRoleKey({ client: "a", role: "b" })).toBe('["a","b"]');
});
