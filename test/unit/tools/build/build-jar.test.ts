import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { unzipSync } from "fflate";
import { afterAll, expect, test } from "vitest";
import packageJson from "../../../../package.json" with { type: "json" };
import { bundleScripts } from "../../../../tools/build/bundle-scripts.ts";
import { packJar } from "../../../../tools/build/pack-jar.ts";
import { readThemeFiles } from "../../../../tools/build/read-theme-files.ts";
import { measureScripts, sumSizes } from "../../../../tools/build/script-sizes.ts";
import { supplyChainFiles } from "../../../../tools/build/supply-chain-files.ts";

const root = fileURLToPath(new URL("../../../../", import.meta.url));
const copies: string[] = [];

afterAll(() => {
  for (const copy of copies) rmSync(copy, { recursive: true, force: true });
});

/** Builds from a copy of the sources in another folder and time zone; the sha256 of what is built. */
async function buildElsewhere(timeZone: string, manifest: object) {
  const folder = mkdtempSync(join(tmpdir(), "presets-build-"));
  copies.push(folder);
  for (const part of [
    "src",
    "theme",
    "META-INF",
    "messages",
    "tools",
    "build.ts",
    "package-lock.json",
    "LICENSE",
  ]) {
    cpSync(join(root, part), join(folder, part), { recursive: true });
  }
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest));
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  const tsx = join(root, "node_modules/tsx/dist/cli.mjs");
  const env = { ...process.env, TZ: timeZone };
  await promisify(execFile)(process.execPath, [tsx, "build.ts"], { cwd: folder, env });
  const dist = join(folder, "dist");
  const sha256 = (extension: string) => {
    const file = readdirSync(dist).find((name) => name.endsWith(extension)) ?? `no ${extension}`;
    return createHash("sha256")
      .update(readFileSync(join(dist, file)))
      .digest("hex");
  };
  return { jar: sha256(".jar"), sbom: sha256(".cdx.json"), commandLine: sha256(".mjs") };
}

test("JAR, SBOM and command line are the same, byte for byte, in another folder, time zone and repository", async () => {
  const repository = { type: "git", url: "git+https://github.com/owner/name.git" };
  const [east, west] = await Promise.all([
    buildElsewhere("Pacific/Kiritimati", packageJson),
    buildElsewhere("America/Los_Angeles", { ...packageJson, repository }),
  ]);
  expect(east).toEqual(west);
});

test("the JAR contains the theme of each type and names the entry script", async () => {
  const bundle = await bundleScripts(root);
  const entries = unzipSync(packJar(await readThemeFiles(root, bundle)));
  const text = (path: string) => new TextDecoder().decode(entries[path]);
  const theme = "theme/service-account-presets";
  expect(JSON.parse(text("META-INF/keycloak-themes.json"))).toEqual({
    themes: [
      {
        name: "service-account-presets",
        types: ["admin", "common", "login", "account", "email", "welcome"],
      },
    ],
  });
  expect(text(`${theme}/admin/theme.properties`)).toBe(
    `parent=keycloak.v2\nscripts=js/${bundle.entryName}\n`,
  );
  expect(Object.keys(entries)).toContain(`${theme}/admin/resources/js/${bundle.entryName}`);
  expect(JSON.parse(text(`${theme}/common/resources/about.json`))).toEqual({
    version: packageJson.version,
    parent: "keycloak.v2",
    script: `js/${bundle.entryName}`,
  });
  expect(text(`${theme}/login/theme.properties`)).toBe("parent=keycloak.v2\n");
  expect(text(`${theme}/account/theme.properties`)).toBe("parent=keycloak.v3\n");
  expect(Object.keys(entries)).toEqual([...Object.keys(entries)].sort());
});

test("the JAR contains only files of the theme and their licenses, and nothing that the server would run", async () => {
  const bundle = await bundleScripts(root);
  const { files } = await supplyChainFiles(root, packageJson, bundle.metafile);
  const entries = unzipSync(packJar(new Map([...(await readThemeFiles(root, bundle)), ...files])));
  const others = Object.keys(entries).filter(
    (path) =>
      !/^theme\/service-account-presets\/[a-z]+\/theme\.properties$/.test(path) &&
      !/^theme\/service-account-presets\/admin\/resources\/js\/[\w.-]+\.js$/.test(path),
  );
  expect(others.sort()).toEqual([
    "META-INF/LICENSE",
    "META-INF/THIRD-PARTY-LICENSES.txt",
    "META-INF/keycloak-themes.json",
    "META-INF/sbom.cdx.json",
    "theme/service-account-presets/common/resources/about.json",
  ]);
});

test("the script on every page has no static imports, and every size is within its budget", async () => {
  const bundle = await bundleScripts(root);
  const entry = Object.values(bundle.metafile.outputs).find(
    ({ entryPoint }) => entryPoint === "src/main.ts",
  );
  expect(entry?.imports.filter(({ kind }) => kind !== "dynamic-import")).toEqual([]);
  for (const { occasion, gzipped, budget } of sumSizes(measureScripts(bundle))) {
    expect(gzipped, occasion).toBeLessThanOrEqual(budget);
    expect(gzipped, occasion).toBeGreaterThan(0);
  }
});

test("a policy is baked into the scripts, and without one nothing that asks it is", async () => {
  const name = "__proto__";
  const policy = { allow: [{ realm: name, everyClient: true as const, reason: "Baked\u2028in" }] };
  const scriptsOf = async (built?: typeof policy) =>
    (await bundleScripts(root, built)).scripts
      .map(({ contents }) => new TextDecoder().decode(contents))
      .join("\n");
  expect(await scriptsOf(policy)).toMatch(/realm:"__proto__".*everyClient/);
  expect(await scriptsOf()).not.toContain("everyClient");
});
