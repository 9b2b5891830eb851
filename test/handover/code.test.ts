import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addressToTry, callToTry } from "../../src/access/check/call-to-try.ts";
import type { PresetState } from "../../src/access/presets/preset-state.ts";
import { type Preset, presets } from "../../src/catalog/presets/presets.ts";
import { codeLanguages } from "../../src/formats/code/code-languages.ts";
import type { Connection } from "../../src/formats/code/connection.ts";
import { root } from "../../tools/test/root.ts";
import { createTestBed, type TestBed, type TestClient } from "../e2e/realm/test-bed.ts";
import { type ProgramRun, runProgram } from "./run-program.ts";
import { type HandoverServer, startServer } from "./start-server.ts";

const hostile = 'bill\'s "sync" $(x) `y` $z \\u0041 %s {c} ä \u{1f600}';

let server: HandoverServer;
let testBed: TestBed;
let folder: string;

beforeAll(async () => {
  server = await startServer();
  testBed = await createTestBed(server.deployment, 'it\'s "a" realm ö');
  await testBed.enableOrganizations();
  folder = await mkdtemp(join(tmpdir(), "presets-code-"));
  await obtainJavaClient();
});
afterAll(async () => {
  await testBed[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

const libraries = join(root, ".cache", "java-admin-client");

/** Gets Keycloak's client for Java with all that it needs. */
async function obtainJavaClient(): Promise<void> {
  await mkdir(libraries, { recursive: true });
  await writeFile(
    join(libraries, "pom.xml"),
    `<project><modelVersion>4.0.0</modelVersion><groupId>test</groupId><artifactId>test</artifactId><version>1</version>
<dependencies><dependency><groupId>org.keycloak</groupId><artifactId>keycloak-admin-client</artifactId><version>26.0.12</version></dependency></dependencies></project>`,
  );
  const words = ["mvn", "-q", "dependency:copy-dependencies", "-DoutputDirectory=lib"] as const;
  const { exitCode, output } = await runProgram(words, { cwd: libraries });
  expect(exitCode, output).toBe(0);
}

/** A Python that has python-keycloak and with it requests, in an environment of its own. */
const python = obtainPython();

async function obtainPython(): Promise<string> {
  const environment = join(root, ".cache", "python-keycloak");
  await runToEnd(["/usr/bin/python3", "-m", "venv", environment]);
  const program = join(environment, "bin", "python");
  await runToEnd([program, "-m", "pip", "install", "--quiet", "python-keycloak==7.1.1"]);
  return program;
}

/**
 * The folder of a Go module that needs gocloak. The variable GOCLOAK names a copy of its source, where the module proxy
 * doesn't have it.
 */
const goModule = obtainGoModule();

async function obtainGoModule(): Promise<string> {
  const module = join(root, ".cache", "gocloak");
  await mkdir(module, { recursive: true });
  const copy = process.env["GOCLOAK"];
  await writeFile(
    join(module, "go.mod"),
    `module example.org/call

go 1.25.0

require github.com/Nerzal/gocloak/v14 v14.0.0
${copy === undefined ? "" : `replace github.com/Nerzal/gocloak/v14 => ${copy}`}
`,
  );
  await writeFile(
    join(module, "main.go"),
    'package main\n\nimport _ "github.com/Nerzal/gocloak/v14"\n\nfunc main() {}\n',
  );
  await runToEnd(["go", "mod", "tidy"], module);
  return module;
}

/** @throws with the output if the program fails */
async function runToEnd(words: readonly [string, ...string[]], cwd = root): Promise<void> {
  const { exitCode, output } = await runProgram(words, { cwd });
  if (exitCode !== 0) throw new Error(`${words.join(" ")}: ${output}`);
}

type Language = (typeof codeLanguages)[number]["id"];

/** How each language is run, from the text as it is handed over. */
const run: Readonly<
  Record<Language, (text: string, variables: Record<string, string>) => Promise<ProgramRun>>
> = {
  curl: (text, variables) => runProgram(["sh", "-c", text], { cwd: folder, variables }),
  typescript: async (text, variables) => {
    // Where Keycloak's client is installed.
    const words = [process.execPath, "--input-type=module", "--eval", text] as const;
    return runProgram(words, { cwd: root, variables });
  },
  python: async (text, variables) => {
    await writeFile(join(folder, "call.py"), text);
    return runProgram([await python, "call.py"], { cwd: folder, variables });
  },
  pythonKeycloak: async (text, variables) => {
    await writeFile(join(folder, "call_with_library.py"), text);
    return runProgram([await python, "call_with_library.py"], { cwd: folder, variables });
  },
  go: async (text, variables) => {
    const module = await goModule;
    await writeFile(join(module, "main.go"), text);
    return runProgram(["go", "run", "."], { cwd: module, variables });
  },
  java: async (text, variables) => {
    await writeFile(join(folder, "CallKeycloak.java"), text);
    const words = ["java", "-cp", join(libraries, "lib", "*"), "CallKeycloak.java"] as const;
    return runProgram(words, { cwd: folder, variables });
  },
};

/** Whether the program was answered: curl prints the status, the others end with an error. */
const isAnswered = (language: Language, { exitCode, output }: ProgramRun) =>
  language === "curl" ? /^HTTP\/1\.1 200 /m.test(output) : exitCode === 0;

/** The state of a preset of which all roles are held. */
const appliedState = (preset: Preset): PresetState => ({
  preset,
  status: { kind: "applied" },
  roles: [],
});

function connect(client: TestClient, preset: Preset, secret: string | undefined): Connection {
  const states = [appliedState(preset)];
  const { apiUrl } = server.deployment;
  const { realm } = testBed;
  return {
    adminBaseUrl: apiUrl,
    tokenEndpoint: `${apiUrl}/realms/${encodeURIComponent(realm)}/protocol/openid-connect/token`,
    realm,
    administeredRealm: realm,
    clientId: client.clientId,
    path: callToTry(states).path,
    address: addressToTry(apiUrl, realm, states),
    secret,
  };
}

/** A preset for each call that is tried, the first one that is for it. */
const tried = new Map(
  presets
    .filter(({ onlyIn }) => onlyIn === undefined)
    .map((preset) => [callToTry([appliedState(preset)]).path, preset] as const)
    .reverse(),
);

const cases = codeLanguages.flatMap((language) =>
  [...tried].map(([path, preset]) => ({ path, preset, language })),
);

test.each(cases)("$language.id calls $path, refused before and answered after", async (it) => {
  const { preset, language } = it;
  const client = await testBed.createClient("api", {
    clientId: `${hostile} ${crypto.randomUUID()}`,
    secret: 'it\'s "a" $ecret \\n ä',
  });
  const text = language.write(connect(client, preset, undefined));
  const variables = { CLIENT_SECRET: client.secret };
  const before = await run[language.id](text, variables);
  expect(isAnswered(language.id, before), before.output).toBe(false);
  expect(before.output).toContain("403");
  await testBed.grant(client, { "realm-management": preset.roles.map(({ name }) => name) });
  const after = await run[language.id](text, variables);
  expect(isAnswered(language.id, after), after.output).toBe(true);
  const withSecret = language.write(connect(client, preset, client.secret));
  const inText = await run[language.id](withSecret, {});
  expect(isAnswered(language.id, inText), inText.output).toBe(true);
});
