import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, test, vi } from "vitest";
import { root } from "../../tools/test/root.ts";
import { documentedScript } from "../documented-script.ts";
import { makeFolder } from "./make-folder.ts";
import { canSignIn, scriptsOf } from "./scripts-of.ts";
import { startScript } from "./start-script.ts";

/** What `npm start` and `npm run dev` print when all is there. */
const ready = /Open +(\S+)\s+Sign in +(\S+) \/ (\S+)[\s\S]*Ctrl-C/;

let folder = "";
beforeAll(async () => {
  folder = await makeFolder();
});

test("the README's two commands start a Keycloak with the tab from a fresh clone, and Ctrl-C ends it", async () => {
  const written = documentedScript("README.md", "git clone <this repository>");
  const running = startScript(written.replace("<this repository>", root), folder);
  const [, address = "", username = "", password = ""] = await running.hasSaid(ready);
  expect(await scriptsOf(address)).toHaveLength(1);
  expect(await canSignIn(address, username, password)).toBe(true);
  await running.interrupt();
  expect(running.said()).toContain("Stopping Keycloak");
  await expect(fetch(address)).rejects.toThrow();
});

test("with npm run dev an edit shows after a reload", async () => {
  const clone = join(folder, "keycloak-service-account-presets");
  const running = startScript("npm run dev", clone);
  const [, address = ""] = await running.hasSaid(ready);
  const before = await scriptsOf(address);
  expect(before).toHaveLength(1);
  const texts = join(clone, "messages", "messages_en.properties");
  const edited = (await readFile(texts, "utf8")).replace("=Apply preset\n", "=Give preset\n");
  await writeFile(texts, edited);
  await vi.waitFor(async () => expect(await scriptsOf(address)).not.toEqual(before), 60_000);
  await running.interrupt();
});

test("--help prints the usage and starts nothing", async () => {
  const clone = join(folder, "keycloak-service-account-presets");
  const running = startScript("npm start -- --help", clone);
  await running.hasSaid(/--keycloak <version>[\s\S]*--port <port>/);
  expect(await running.ended).toBe(0);
});
