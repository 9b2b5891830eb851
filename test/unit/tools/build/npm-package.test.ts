/** The npm package, as `npm publish` would send it. */
import { execFile } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, expect, test } from "vitest";
import { buildCli } from "../../../../build.ts";
import manifest from "../../../../package.json" with { type: "json" };
import { root } from "../../../../tools/test/root.ts";
import { makeTestFolder } from "../../cli/test-folder.ts";

/** npm starts slowly on a busy machine. */
const timeout = 60_000;

const folder = makeTestFolder();
const dist = join(folder.path, "dist");
const text = (name: string) => readFileSync(join(dist, name), "utf8");

beforeAll(async () => {
  mkdirSync(dist);
  for (const name of ["package.json", "README.md", "LICENSE"]) {
    cpSync(join(root, name), join(folder.path, name));
  }
  // What else a build leaves there is no part of the package.
  folder.write("dist/keycloak-service-account-presets-1.0.0.jar", "a JAR");
  await buildCli(join(dist, "presets.mjs"));
}, timeout);

test("the package may be published", () => {
  expect(manifest).not.toHaveProperty("private");
  expect(manifest).not.toHaveProperty("dependencies");
});

test(
  "the package has the script, its licences and its SBOM, and no JAR",
  async () => {
    const words = ["pack", "--dry-run", "--json", "--ignore-scripts"];
    const { stdout } = await promisify(execFile)("npm", words, { cwd: folder.path });
    const [packed]: [{ files: readonly { readonly path: string }[] }] = JSON.parse(stdout);
    expect(packed.files.map(({ path }) => path).sort()).toEqual([
      "LICENSE",
      "README.md",
      "dist/THIRD-PARTY-LICENSES.txt",
      "dist/presets.mjs",
      "dist/sbom.cdx.json",
      "package.json",
    ]);
  },
  timeout,
);

test("the script runs by itself, and may be executed", async () => {
  expect(statSync(join(dist, "presets.mjs")).mode & 0o111).toBe(0o111);
  const { stdout } = await promisify(execFile)(join(dist, "presets.mjs"), ["--version"]);
  expect(stdout).toBe(`${manifest.version}\n`);
});

test("the SBOM and the licenses are those of the script, without those only in the JAR", () => {
  const sbom: { components: readonly { name: string; version: string }[] } = JSON.parse(
    text("sbom.cdx.json"),
  );
  const names = sbom.components.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(["commander", "zod", "yaml", "oauth4webapi"]));
  for (const name of ["react", "react-core", "react-dom"]) expect(names).not.toContain(name);
  const licences = text("THIRD-PARTY-LICENSES.txt");
  expect(licences).toMatch(/^This script has code of these packages/);
  for (const { name, version } of sbom.components) {
    expect(licences).toContain(`${name} ${version} (`);
  }
});
