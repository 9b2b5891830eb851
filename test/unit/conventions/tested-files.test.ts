/** No file without a test where it decides something. */
import { expect, test } from "vitest";
import { importsOf } from "./imports-of.ts";
import { sourceFiles } from "./source-files.ts";

const folders = ["access", "catalog", "session", "keycloak", "formats", "console"];

/** Whether a file does something, and does not only say what there is. */
const exportsFunction = (text: string) =>
  /^export (async function|function|class|const \w+(: [^=]+)? =\s+(async )?(\(|\w+ =>))/m.test(
    text,
  );

const importedBy = (folder: string) =>
  new Map(
    sourceFiles(folder).map((file) => [
      file.path,
      new Set(importsOf(file).flatMap(({ path, kind }) => (kind === "type" ? [] : [path]))),
    ]),
  );

const imports = { src: importedBy("src"), tests: importedBy("test/unit") };

const testedDirectly = new Set([...imports.tests.values()].flatMap((paths) => [...paths]));

/** Files that no test imports, which a test comes to through another file, and why. */
const testedThrough = [
  {
    files: ["document-reader", "limits", "place"].map((it) => `access/custom/${it}`),
    through: "access/custom/parse-custom-preset",
    test: "access/custom/parse-custom-preset",
    because: "every problem with its place comes from them",
  },
  {
    files: ["keycloak/custom/read-other-roles"],
    through: "keycloak/custom/read-realm-presets",
    test: "keycloak/custom/read-realm-presets",
    because: "what is held of other containers is told with the presets",
  },
  {
    files: ["keycloak/survey/read-own-presets"],
    through: "keycloak/survey/survey-service-accounts",
    test: "keycloak/survey/own-presets",
    because: "the rows of a survey tell which account has which preset",
  },
  {
    files: ["keycloak/survey/read-other-roles-of"],
    through: "keycloak/survey/read-account-details",
    test: "keycloak/survey/own-presets",
    because: "what the server itself says of an account tells it",
  },
  {
    files: ["access/presets/upgrade-of"],
    through: "access/presets/preset-state",
    test: "access/presets/upgrade-of",
    because: "it is told with the state of a preset",
  },
  {
    files: ["keycloak/client/find-admin-client"],
    through: "keycloak/client/read-client-state",
    test: "keycloak/client/read-master",
    because: "it is among the requests that a client is read with",
  },
  {
    files: [
      ...["find-givers", "find-holders", "found-accounts", "link-accounts", "read-accounts"],
      "name-of-default-role",
    ].map((it) => `keycloak/survey/${it}`),
    through: "keycloak/survey/survey-service-accounts",
    test: "keycloak/survey/survey-service-accounts",
    because: "a survey decides what is asked, and what is done where that is refused",
  },
  {
    files: ["keycloak/api/realm-reads"],
    through: "keycloak/client/read-role-content",
    test: "keycloak/client/read-role-content",
    because: "it only says where the answer is",
  },
  {
    files: ["keycloak/api/realm-resource"],
    through: "keycloak/events/read-admin-events",
    test: "keycloak/events/read-admin-events",
    because: "it only says where the calls of a realm are",
  },
  {
    files: ["keycloak/api/connection-to"],
    through: "keycloak/client/read-signed-in",
    test: "keycloak/client/read-signed-in",
    because: "it only names the other realm",
  },
  {
    files: ["keycloak/ends/workflow-calls"],
    through: "keycloak/ends/set-ends",
    test: "keycloak/ends/set-ends",
    because: "it only says where the answers are",
  },
  {
    files: ["keycloak/client/contents-of"],
    through: "keycloak/client/read-client-state",
    test: "keycloak/client/read-client-state",
    because: "the list of roles tells of some what they hold",
  },
  {
    files: ["keycloak/client/read-own-roles"],
    through: "keycloak/client/find-user",
    test: "keycloak/client/find-account",
    because: "what a person may see decides what an empty answer says",
  },
  {
    files: ["keycloak/change/read-back", "keycloak/change/read-now"],
    through: "keycloak/change/carry-out",
    test: "keycloak/change/carry-out",
    because: "a change reads by itself before and after it writes",
  },
].flatMap(({ files, through, test: by, because }) =>
  files.map((file) => ({
    file: `src/${file}.ts`,
    through: `src/${through}.ts`,
    by: `test/unit/${by}.test.ts`,
    because,
  })),
);

const deciding = folders
  .flatMap((folder) => sourceFiles(`src/${folder}`))
  .filter(({ text }) => exportsFunction(text))
  .map(({ path }) => path);

test("each file that decides something is imported by a unit test, or it is said what else tests it", () => {
  const known = new Set([...testedDirectly, ...testedThrough.map(({ file }) => file)]);
  expect(deciding.filter((path) => !known.has(path))).toEqual([]);
  expect(deciding.length).toBeGreaterThan(100);
});

test.each(testedThrough)("$file is tested through $through: $because", ({ file, through, by }) => {
  expect(deciding).toContain(file);
  expect(testedDirectly.has(file)).toBe(false);
  expect(imports.src.get(through)).toContain(file);
  expect(imports.tests.get(by)).toContain(through);
});
