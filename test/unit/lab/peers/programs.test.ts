import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { expect, test } from "vitest";
import { countRequest } from "../../../../lab/bench/apply/slow-proxy.ts";
import { findProgram } from "../../../../lab/peers/programs/find-program.ts";
import { runTimed } from "../../../../lab/peers/programs/run-timed.ts";
import { readVersions, reasonIn } from "../../../../lab/peers/programs/terraform-versions.ts";
import { collectionIn, versionIn } from "../../../../lab/peers/programs/tool-versions.ts";

test("a program is found in the virtual environment, or on the search path, and otherwise said how to get it", async () => {
  const folder = await mkdtemp(join(tmpdir(), "presets-find-"));
  try {
    const bin = join(folder, "bin");
    await mkdir(bin);
    const path = join(bin, "kcwarden");
    await writeFile(path, "#!/bin/sh\n");
    const empty = { venv: folder, searchPath: bin };
    // It is there, but can't be run.
    await expect(findProgram("kcwarden", "kcwarden", empty)).rejects.toThrow(
      /There is no kcwarden in .*pip install ansible kcwarden/,
    );
    await chmod(path, 0o755);
    expect(await findProgram("kcwarden", "kcwarden", empty)).toBe(path);
    const searchPath = [join(folder, "none"), bin].join(delimiter);
    expect(await findProgram("kcwarden", "kcwarden", { venv: undefined, searchPath })).toBe(path);
    const elsewhere = { venv: join(folder, "none"), searchPath };
    await expect(findProgram("kcwarden", "kcwarden", elsewhere)).rejects.toThrow("--venv");
  } finally {
    await rm(folder, { recursive: true });
  }
});

test("a program that fails is an error with what it said, unless its exit code says something", async () => {
  const words = ["-e", "console.log('said'); process.exit(3)"];
  await expect(runTimed(process.execPath, words)).rejects.toThrow(/ended with 3: said/);
  const run = await runTimed(process.execPath, words, { expected: [3] });
  expect(run).toMatchObject({ exitCode: 3, stdout: "said\n" });
  expect(run.milliseconds).toBeGreaterThan(0);
});

test.each([
  ["kcwarden 0.18.1\n", "0.18.1"],
  ["ansible-playbook [core 2.19.14]\n  python version = 3.11.7", "2.19.14"],
])("the version in %j is %s", (text, version) => {
  expect(versionIn(text)).toBe(version);
});

test("the version of a collection is found in whatever folder it is", () => {
  const listed = {
    "/a": { "community.crypto": { version: "2.0.0" } },
    "/b": { "community.general": { version: "11.4.2" } },
  };
  expect(collectionIn(JSON.stringify(listed), "community.general")).toBe("11.4.2");
  expect(collectionIn("{}", "community.general")).toBeUndefined();
});

test("Terraform is ready only with the provider", () => {
  const said = (provider_selections: object) =>
    readVersions(JSON.stringify({ terraform_version: "1.11.4", provider_selections }));
  expect(said({ "registry.terraform.io/keycloak/keycloak": "5.9.0" })).toEqual({
    ...{ kind: "ready", version: "1.11.4", provider: "5.9.0" },
  });
  expect(said({ "registry.terraform.io/hashicorp/aws": "5.0.0" }).kind).toBe("missing");
});

test("the reason is the line of an error that says it", () => {
  const message =
    "terraform init: \n╷\n│ Error: Failed to query available provider packages\n│ \n│ Could";
  expect(reasonIn(message)).toBe("Error: Failed to query available provider packages");
  expect(reasonIn("spawn terraform ENOENT")).toBe("spawn terraform ENOENT");
  expect(reasonIn("what?")).toBe("It could not be set up.");
});

test("requests are told apart by what they do", () => {
  const token = "/realms/master/protocol/openid-connect/token";
  const sent = [
    ["POST", token],
    ["GET", "/admin/realms/r/clients"],
    ["POST", "/admin/realms/r/users/u/role-mappings/clients/c"],
    ["DELETE", "/admin/realms/r/users/u"],
  ] as const;
  let counted = { requests: 0, writes: 0, signIns: 0 };
  for (const [method, url] of sent) counted = countRequest(counted, method, url);
  expect(counted).toEqual({ requests: 4, writes: 2, signIns: 1 });
});
