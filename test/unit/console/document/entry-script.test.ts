import { expect, test } from "vitest";
import { entryScriptName } from "../../../../src/console/document/entry-script.ts";

const scriptsAt = (...addresses: readonly string[]) => addresses.map((src) => ({ src }));

test("the console's entry script is distinguished from the theme's script with a similar name", () => {
  const scripts = scriptsAt(
    "https://kc/resources/abc/admin/presets/js/main-AAAAAAAA.js",
    "https://kc/resources/abc/admin/keycloak.v2/assets/vendor-1.js",
    "https://kc/resources/abc/admin/keycloak.v2/assets/main-CB1rIpj1.js",
  );
  expect(entryScriptName(scripts)).toBe("main-CB1rIpj1.js");
});

test("a page without such a script gives no version", () => {
  expect(entryScriptName([])).toBeUndefined();
  expect(entryScriptName(scriptsAt("", "https://kc/assets/index.js"))).toBeUndefined();
});
