import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Metafile } from "esbuild";
import { afterAll, expect, test } from "vitest";
import packageJson from "../../../../package.json" with { type: "json" };
import lock from "../../../../package-lock.json" with { type: "json" };
import { bundleScripts } from "../../../../tools/build/bundle-scripts.ts";
import { bundledPackages } from "../../../../tools/build/bundled-packages.ts";
import { collectLicences } from "../../../../tools/build/collect-licences.ts";
import { makeSbom } from "../../../../tools/build/make-sbom.ts";
import { supplyChainFiles } from "../../../../tools/build/supply-chain-files.ts";

interface Component {
  readonly type: string;
  readonly "bom-ref": string;
  readonly group?: string;
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  readonly hashes?: readonly { readonly alg: string; readonly content: string }[];
  readonly licenses: readonly { readonly license: { readonly id: string } }[];
}

interface Sbom {
  readonly bomFormat: string;
  readonly specVersion: string;
  readonly version: number;
  readonly metadata: { readonly component: Omit<Component, "purl"> };
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

const root = fileURLToPath(new URL("../../../../", import.meta.url));
const { metafile } = await bundleScripts(root);
const { sbom: sbomText, files } = await supplyChainFiles(root, packageJson, metafile);
const sbom: Sbom = JSON.parse(sbomText);
const text = (path: string) => new TextDecoder().decode(files.get(path));
const fullName = ({ group, name }: Component) => (group === undefined ? name : `${group}/${name}`);
const nameAndVersion = (one: Component) => `${fullName(one)} ${one.version}`;

const folders: string[] = [];

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** The package of a file by the nearest package.json above it that names one, as Node would see it. */
function packageAbove(file: string): string {
  const folder = dirname(file);
  const path = join(folder, "package.json");
  if (existsSync(path) && folder.includes("node_modules")) {
    const { name, version }: { name?: string; version?: string } = JSON.parse(
      readFileSync(path, "utf8"),
    );
    if (name !== undefined && version !== undefined) return `${name} ${version}`;
  }
  return packageAbove(folder);
}

/** A project with one package in it that its bundle has code of. */
function projectWith(manifest: object, locked: object) {
  const folder = mkdtempSync(join(tmpdir(), "presets-supply-chain-"));
  folders.push(folder);
  const inFolder = join(folder, "node_modules/some-package");
  mkdirSync(inFolder, { recursive: true });
  const write = (path: string, content: object) =>
    writeFileSync(join(folder, path), JSON.stringify(content));
  write("node_modules/some-package/package.json", { name: "some-package", ...manifest });
  write("package-lock.json", { packages: { "node_modules/some-package": locked } });
  const inputs = { "node_modules/some-package/index.js": { bytesInOutput: 1 } };
  const output = { bytes: 1, inputs, imports: [], exports: [] };
  return { folder, metafile: { inputs: {}, outputs: { "js/main.js": output } } };
}

/** What the bundle of such a project has in it. */
function packagesOf(manifest: object, locked: object) {
  const project = projectWith(manifest, locked);
  return bundledPackages(project.folder, project.metafile);
}

test("the SBOM lists exactly the packages whose code is in the bundle", () => {
  const used = Object.values(metafile.outputs)
    .flatMap(({ inputs }) => Object.entries(inputs))
    .filter(([input, { bytesInOutput }]) => input.includes("node_modules/") && bytesInOutput > 0)
    .map(([input]) => packageAbove(join(root, input)));
  expect(sbom.components.map(nameAndVersion)).toEqual([...new Set(used)].sort());
});

test("React, which the console brings, is not in the SBOM", () => {
  const names = sbom.components.map(fullName);
  expect(names).toContain("@patternfly/react-core");
  expect(names.filter((name) => /^react(-dom)?$/.test(name))).toEqual([]);
});

test("versions and hashes are those of package-lock.json", () => {
  const locked = new Map(Object.entries(lock.packages));
  for (const one of sbom.components) {
    const found = locked.get(`node_modules/${fullName(one)}`);
    expect(found).toMatchObject({ version: one.version });
    const [hash] = one.hashes ?? [];
    const base64 = Buffer.from(hash?.content ?? "", "hex").toString("base64");
    expect(found).toMatchObject({ integrity: `sha512-${base64}` });
  }
});

test("the SBOM has the fields that CycloneDX 1.6 wants", () => {
  expect(sbom).toMatchObject({ bomFormat: "CycloneDX", specVersion: "1.6", version: 1 });
  expect(sbom.metadata.component).toMatchObject({
    type: "application",
    name: packageJson.name,
    version: packageJson.version,
    licenses: [{ license: { id: "Apache-2.0" } }],
  });
  for (const one of sbom.components) {
    expect(one.type).toBe("library");
    expect(one.purl).toBe(`pkg:npm/${fullName(one).replace("@", "%40")}@${one.version}`);
    expect(one.licenses).toHaveLength(1);
    expect(one.hashes).toEqual([
      { alg: "SHA-512", content: expect.stringMatching(/^[0-9a-f]{128}$/) },
    ]);
  }
});

test("the SBOM lists what each component depends on, and nothing depends on this project", () => {
  const refs = [sbom.metadata.component, ...sbom.components].map((one) => one["bom-ref"]);
  expect(sbom.dependencies.map(({ ref }) => ref)).toEqual(refs);
  expect(new Set(refs).size).toBe(refs.length);
  const dependedOn = new Set(sbom.dependencies.flatMap(({ dependsOn }) => dependsOn));
  expect([...dependedOn].sort()).toEqual(refs.slice(1).sort());
});

test("the SBOM and the licenses are the same bytes for any order of esbuild's files", async () => {
  const reversed = <Value>(record: Readonly<Record<string, Value>>) =>
    Object.fromEntries(Object.entries(record).reverse());
  const outputs = Object.entries(reversed(metafile.outputs)).map(
    ([path, output]) => [path, { ...output, inputs: reversed(output.inputs) }] as const,
  );
  const other: Metafile = {
    inputs: reversed(metafile.inputs),
    outputs: Object.fromEntries(outputs),
  };
  const again = await supplyChainFiles(root, packageJson, other);
  expect([...again.files]).toEqual([...files]);
});

test("the licences name every component, with its licence", () => {
  const lines = text("META-INF/THIRD-PARTY-LICENSES.txt").split("\n");
  for (const one of sbom.components) {
    const heading = `${nameAndVersion(one)} (${one.licenses[0]?.license.id})`;
    expect(lines.some((line) => line.startsWith(heading))).toBe(true);
  }
});

test("each license text is included once, also for code copied by a package", () => {
  const licences = text("META-INF/THIRD-PARTY-LICENSES.txt");
  const patternFly = readFileSync(
    join(root, "node_modules/@patternfly/react-core/LICENSE"),
    "utf8",
  );
  expect(licences.split(patternFly.trimEnd())).toHaveLength(2);
  expect(licences).toContain("Copyright (c) 2019 Federico Zivolo");
});

test("the JAR's own licence is the Apache License 2.0", () => {
  expect(text("META-INF/LICENSE")).toMatch(/^\s+Apache License\n\s+Version 2\.0, January 2004\n/);
  expect(text("META-INF/LICENSE")).toContain("END OF TERMS AND CONDITIONS");
});

test("for a package without a license file, the SPDX id is given", async () => {
  const packages = await packagesOf({ version: "1.0.0", license: "ISC" }, { version: "1.0.0" });
  const licences = await collectLicences(packages.values(), "This JAR");
  expect(licences).toContain("some-package 1.0.0 (ISC)\n");
  expect(licences).toContain("No licence file comes with this package");
});

test("a package without an integrity hash is listed without one", async () => {
  const packages = await packagesOf({ version: "1.0.0", license: "ISC" }, { version: "1.0.0" });
  const { components }: Sbom = JSON.parse(
    makeSbom(packageJson, packages, { inputs: {}, outputs: {} }),
  );
  expect(components).toHaveLength(1);
  expect(components[0]).not.toHaveProperty("hashes");
});

test.each([
  ["an unknown licence", { license: "GPL-3.0-only" }, 'the licence "GPL-3.0-only"'],
  ["an unfinished one", { license: "SEE LICENSE IN LICENSE" }, '"SEE LICENSE IN LICENSE"'],
  ["no licence", {}, "no licence"],
])("a bundled package with %s fails the build", async (_, manifest, named) => {
  const build = packagesOf({ version: "1.0.0", ...manifest }, { version: "1.0.0" });
  await expect(build).rejects.toThrow(named);
  await expect(build).rejects.toThrow(/^some-package 1\.0\.0 would be in the JAR/);
});

test("a bundled package in another version than the locked one fails the build", async () => {
  const build = packagesOf({ version: "1.0.1", license: "MIT" }, { version: "1.0.0" });
  await expect(build).rejects.toThrow(
    "node_modules/some-package is installed in version 1.0.1, but package-lock.json has 1.0.0",
  );
});
