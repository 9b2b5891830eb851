/** `presets check` of folders. */
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { account, client, demoRealm, ofManagement } from "../exported-realm.ts";
import { runPresets } from "../run-presets.ts";
import { makeTestFolder } from "../test-folder.ts";

const folder = makeTestFolder();

/** Makes a folder with these files. @returns its path */
function folderWith(files: Readonly<Record<string, string>>): string {
  const name = crypto.randomUUID();
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder.path, name, path, ".."), { recursive: true });
    folder.write(join(name, path), content);
  }
  return join(folder.path, name);
}

const { users, ...rest } = demoRealm;

test("realm files are read in a folder and those in it, and others are named", async () => {
  const path = folderWith({
    "realms/demo-realm.json": JSON.stringify(rest),
    "realms/users/demo-users-0.json": JSON.stringify({ realm: "demo", users }),
    "package.json": '{"name": "x", "version": "1", "dependencies": {}}',
    "values.yaml": "{{- if .Values.x }}\na: 1\n",
    "empty.yaml": "",
    "README.md": "# x\n",
    ".git/config.json": "{",
    "node_modules/x/realm.json": '{"realm": "x"}',
  });
  symlinkSync(path, join(path, "circle"));
  symlinkSync(join(path, "realms"), join(path, "link.json"));
  const { exitCode, output, errors } = await runPresets(["check", path, "--allow", "none"]);
  expect(exitCode).toBe(1);
  const whole = folder.write("whole.json", JSON.stringify(demoRealm));
  const expected = await runPresets(["check", whole, "--allow", "none"]);
  const withoutPlaces = (text: string) =>
    text
      .replaceAll(/^ {2}at .*$/gm, "")
      .split("\n")
      .sort();
  expect(withoutPlaces(output)).toEqual(withoutPlaces(expected.output));
  expect(output).toContain(`  at ${path}/realms/users/demo-users-0.json:1`);
  for (const told of [
    `Skipped ${path}/package.json: It seems to be a package.json.`,
    `Skipped ${path}/values.yaml: It is neither JSON nor YAML.`,
    `Skipped ${path}/empty.yaml: It is empty.`,
    `Skipped ${path}/README.md: Its name isn't that of a JSON or YAML file.`,
    `Skipped ${path}/circle, ${path}/link.json: It isn't a file or a link to a file.`,
    `${path}/.git, ${path}/node_modules: It belongs to a tool.`,
  ]) {
    expect(errors).toContain(told);
  }
});

test("a link to a realm file is followed, as in a mounted ConfigMap", async () => {
  const path = folderWith({ "..data/demo.txt": JSON.stringify(demoRealm) });
  symlinkSync(join(path, "..data/demo.txt"), join(path, "demo.json"));
  expect(await runPresets(["check", path])).toMatchObject({
    exitCode: 0,
    output: expect.stringContaining("demo / ops"),
  });
});

test.each([
  ["a realm file that can't be parsed", '{"realm": "x", "users": [}', "could not be read"],
  ["a realm file with a mistake", '{"realm": "x", "users": {}}', "isn't an export of a realm"],
  ["a part without its realm", '{"clients": [{"clientId": "x"}]}', "part of a realm"],
])("%s in a folder is never passed over", async (_, content, told) => {
  const path = folderWith({ "a.json": JSON.stringify(demoRealm), "b.json": content });
  const { exitCode, output, errors } = await runPresets(["check", path]);
  expect({ exitCode, output }).toEqual({ exitCode: 2, output: "" });
  expect(errors).toContain(told);
});

test("a folder without a realm file is refused, and says what is in it", async () => {
  const many = Array.from({ length: 30 }, (_, it): [string, string] => [`f${it}.txt`, ""]);
  const path = folderWith({ ...Object.fromEntries(many), "a.json": '{"openapi": "3"}' });
  const { exitCode, errors } = await runPresets(["check", path]);
  expect(exitCode).toBe(2);
  expect(errors).toContain(`${path} contains no export of a realm.`);
  expect(errors).toContain(`Skipped ${path}/a.json: It seems to be an API description`);
  expect(errors).toContain("and 10 more: Its name isn't that of a JSON or YAML file.");
});

test("a finding about a client names the line of its account in another file", async () => {
  const path = folderWith({
    "1-clients.json": JSON.stringify({ realm: "demo", clients: [client("ops")] }),
    "2-users.json": JSON.stringify(
      { realm: "demo", users: [account("ops", { clientRoles: ofManagement("manage-users") })] },
      null,
      2,
    ),
  });
  const { output } = await runPresets(["check", path, "--allow", "none"]);
  expect(output).toContain(`  at ${path}/2-users.json:10\n`);
});
