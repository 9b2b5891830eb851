import { readFile } from "node:fs/promises";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { bundleOptions } from "../../../../tools/build/bundle-scripts.ts";
import { keepRequests } from "../../../../tools/build/only-called-requests.ts";

const resource = (name: string) =>
  readFile(`node_modules/@keycloak/keycloak-admin-client/lib/resources/${name}.js`, "utf8");

test("a resource keeps the requests that are called, and all that is no request", async () => {
  const kept = keepRequests(await resource("clients"), new Set(["find", "update"]));
  expect([...kept.matchAll(/^ {4}(\w+) =/gm)].map(([, name]) => name)).toEqual(["find", "update"]);
  expect(kept).toContain("constructor(client)");
  expect(kept).toContain("class Clients extends Resource");
});

test.each(["clients", "users"])(
  "the tab's scripts have all %s requests that are sent",
  async (name) => {
    const { outputFiles } = await build(bundleOptions(process.cwd()));
    const scripts = outputFiles.map(({ text }) => text).join("\n");
    const called = { clients: ["getServiceAccountUser", "addDefaultClientScope"], users: ["find"] };
    for (const request of called[name as keyof typeof called])
      expect(scripts).toContain(`${request}=`);
    expect(scripts).not.toContain("getKeyInfo=");
  },
);
