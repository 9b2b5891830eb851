/** Steps of the release workflow, run as a runner runs them: what they say of tags, and what they pack and publish. */
import { execFile, execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { parse } from "yaml";
import manifest from "../../../package.json" with { type: "json" };
import { makeTestFolder } from "../cli/test-folder.ts";
import { fakeProgram } from "../tools/release/fake-program.ts";
import { readText } from "./source-files.ts";

interface Step {
  readonly name?: string;
  readonly run?: string;
}

interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly steps?: readonly Step[] }>>;
}

const { jobs }: Workflow = parse(readText(".github/workflows/release.yml"));
const name = "keycloak-service-account-presets-2.1.0";
const npmPackage = "keycloak-service-account-presets@2.1.0";
const folder = makeTestFolder();
let clone = "";
let clones = 0;

beforeEach(() => {
  clone = join(folder.path, `clone-${++clones}`);
  mkdirSync(clone);
  writeFileSync(join(clone, "package.json"), JSON.stringify({ ...manifest, version: "2.1.0" }));
  writeFileSync(
    join(clone, "CHANGELOG.md"),
    "# Changelog\n\n## Unreleased\n\n## 2.1.0 - 2027-01-02\n\n- New, see [page](docs/page.md).\n\n## 2.0.0\n\n- Old.\n",
  );
});

/** Runs a step in the clone, as GitHub's bash does. */
function run(job: string, step: string, env: Readonly<Record<string, string>>) {
  const script = jobs[job]?.steps?.find((it) => it.name === step)?.run;
  if (script === undefined) throw new Error(`The job ${job} has no step "${step}".`);
  writeFileSync(join(clone, "output"), "");
  const options = {
    cwd: clone,
    env: {
      ...{ PATH: process.env["PATH"], HOME: process.env["HOME"], RUNNER_TEMP: clone },
      ...{ GITHUB_SERVER_URL: "https://github.com", GITHUB_REPOSITORY: "owner/repo" },
      ...{ GITHUB_OUTPUT: join(clone, "output"), NAME: name, NPM_PACKAGE: npmPackage },
      ...env,
    },
  };
  return new Promise<{ code: number; output: string }>((resolve) => {
    const words = ["--noprofile", "--norc", "-eo", "pipefail", "-c", script];
    const child = execFile("bash", words, options, (_, stdout) =>
      resolve({ code: child.exitCode ?? -1, output: stdout }),
    );
  });
}

const read = (path: string) => readFileSync(join(clone, path), "utf8");

const checkTag = (tag: string) =>
  run("build", "Check the tag against package.json and the changelog", { GITHUB_REF_NAME: tag });

test("the tag of the version in package.json passes, and its section becomes the release's text, with whole links", async () => {
  expect(await checkTag("v2.1.0")).toEqual({ code: 0, output: "" });
  expect(read("release/notes.md")).toBe(
    "\n- New, see [page](https://github.com/owner/repo/blob/v2.1.0/docs/page.md).\n\n",
  );
  expect(read("output")).toBe(`name=${name}\nnpm-package=${npmPackage}\n`);
});

test("a tag of another version stops the release", async () => {
  const { code, output } = await checkTag("v2.1.1");
  expect(code).toBe(1);
  expect(output).toMatch(
    /^::error::The tag is v2\.1\.1, but package\.json has the version 2\.1\.0/,
  );
});

test("a version that the changelog says nothing of stops the release", async () => {
  writeFileSync(join(clone, "CHANGELOG.md"), "## 2.1.0\n\n## 2.0.0\n\n- Old.\n");
  const { code, output } = await checkTag("v2.1.0");
  expect(code).toBe(1);
  expect(output).toContain('::error::CHANGELOG.md has no section "## 2.1.0"');
});

/** Makes the clone one that is built, whose command line says this version. */
function makeBuilt(version: string) {
  for (const folderName of ["dist", "release"]) mkdirSync(join(clone, folderName));
  for (const file of ["README.md", "LICENSE"]) cpSync(file, join(clone, file));
  writeFileSync(join(clone, "dist/presets.mjs"), `console.log("${version}");\n`);
  writeFileSync(join(clone, "dist/sbom.cdx.json"), "{}\n");
  writeFileSync(join(clone, "dist/THIRD-PARTY-LICENSES.txt"), "Licences\n");
}

test("the npm package names the repository that it is released from, and nothing is built again", async () => {
  makeBuilt("2.1.0");
  expect(await run("build", "Pack the npm package", {})).toMatchObject({ code: 0 });
  const packed: unknown = JSON.parse(read("package/package.json"));
  expect(packed).toMatchObject({
    name: manifest.name,
    version: "2.1.0",
    repository: { type: "git", url: "git+https://github.com/owner/repo.git" },
  });
  const listed = execFileSync("tar", ["-tzf", join(clone, `release/${name}.tgz`)]).toString();
  expect(listed.trim().split("\n").sort()).toEqual(
    ["LICENSE", "README.md", "package.json", ...manifest.files].map((it) => `package/${it}`).sort(),
  );
});

test("a command line of another version isn't packed", async () => {
  makeBuilt("2.0.0");
  const { code, output } = await run("build", "Pack the npm package", {});
  expect(code).toBe(1);
  expect(output).toContain("::error::The packed command line says that it is 2.0.0.");
});

/** Publishes with an npm that knows this of the version; what it was told to publish. */
async function publish(tag: string, known: string): Promise<string | undefined> {
  mkdirSync(join(clone, "release"));
  writeFileSync(join(clone, `release/${name}.tgz`), "a package");
  const program = fakeProgram(
    "npm",
    `import { writeFileSync } from "node:fs";
const [command, ...words] = process.argv.slice(2);
if (command === "publish") writeFileSync("published", words.join(" "));
else if (${JSON.stringify(known)} === "") process.exit(1);
else console.log(${JSON.stringify(known)});
`,
  );
  const step = "Publish the package, unless npm has the same bytes already";
  const ended = await run("npm", step, { GITHUB_REF_NAME: tag });
  expect(ended.code, program).toBe(0);
  return existsSync(join(clone, "published")) ? read("published") : undefined;
}

test("a release is published with its provenance, and npm makes it the newest", async () => {
  expect(await publish("v2.1.0", "")).toBe(`./release/${name}.tgz --access public --provenance`);
});

test("a pre-release is published as next", async () => {
  expect(await publish("v2.1.0-rc.1", "")).toMatch(/ --tag next$/);
});

test("what npm has already isn't published again, unless its bytes are others", async () => {
  const integrity = `sha512-${createHash("sha512").update("a package").digest("base64")}`;
  expect(await publish("v2.1.0", integrity)).toBeUndefined();
});

test("where npm has other bytes of this version, npm itself refuses", async () => {
  expect(await publish("v2.1.0", "sha512-other")).toBeDefined();
});
