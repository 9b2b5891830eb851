/** The examples for pipelines, run in a repository of realm files. */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parse as parseJunit } from "junit2json";
import { beforeAll, expect, test } from "vitest";
import { parse } from "yaml";
import { root } from "../../tools/test/root.ts";
import { documentedScript, documentedYaml } from "../documented-script.ts";
import { makeFolder } from "./make-folder.ts";
import { runScript, startScript } from "./start-script.ts";

const page = "docs/how-to/check-a-realm-in-ci.md";

/** The realm file of a pull request, in which billing holds that role. */
const realmWith = (role: string) =>
  JSON.stringify({
    realm: "demo",
    clients: [{ clientId: "billing", serviceAccountsEnabled: true }],
    users: [
      {
        username: "service-account-billing",
        serviceAccountClientId: "billing",
        clientRoles: { "realm-management": [role] },
      },
    ],
  });

let folder = "";
beforeAll(async () => {
  folder = await makeFolder();
  await mkdir(join(folder, "realms"));
  await writeFile(join(folder, "package.json"), '{"name": "realms", "private": true}');
  await runScript(`npm pack ${root}`, folder);
  await runScript(
    documentedScript("docs/how-to/check-a-realm-in-ci.md", "npm install --save-dev"),
    folder,
  );
});

/** Runs a script where the role is allowed, and where it is not. @returns both exit codes */
async function codesOf(script: string): Promise<readonly number[]> {
  const codes: number[] = [];
  for (const role of ["view-users", "manage-users"]) {
    await writeFile(join(folder, "realms/demo.json"), realmWith(role));
    codes.push(await startScript(script, folder).ended);
  }
  return codes;
}

test("GitLab's job fails if a service account has more than is allowed, and leaves a report", async () => {
  const { script, artifacts } = parse(documentedYaml(page, "service-accounts:"))[
    "service-accounts"
  ];
  expect(await codesOf(script.join("\n"))).toEqual([0, 1]);
  const report = await parseJunit(await readFile(join(folder, artifacts.reports.junit), "utf8"));
  expect(report).toMatchObject({ tests: 1, failures: 1 });
});

test("pre-commit's hook rejects a commit that gives too much access", async () => {
  const { repos } = parse(documentedYaml(page, "repos:"));
  const [{ hooks }] = repos;
  expect(await codesOf(hooks[0].entry)).toEqual([0, 1]);
});
