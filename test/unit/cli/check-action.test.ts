/** The script of the action `.github/actions/check`, run in a repository as a runner does it. */
import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { parse } from "yaml";
import { bundleCli } from "../../../tools/build/bundle-cli.ts";
import { root } from "../../../tools/test/root.ts";
import { account, client, ofManagement } from "./exported-realm.ts";
import { makeTestFolder } from "./test-folder.ts";

const folder = makeTestFolder();
/** Where the runner has the repository of the action, and that of the realm files. */
const ofAction = join(folder.path, "action");
const repository = join(folder.path, "repository");
const action = ".github/actions/check";

/** Processes start slowly on a busy machine. */
const timeout = 60_000;

beforeAll(async () => {
  cpSync(join(root, action), join(ofAction, action), { recursive: true });
  mkdirSync(join(repository, "realms"), { recursive: true });
  await bundleCli(root, join(ofAction, "dist/presets.mjs"));
  const realm = {
    realm: "demo",
    clients: [client("billing"), client("ops")],
    users: [
      account("billing", { clientRoles: ofManagement("view-users") }),
      account("ops", { clientRoles: ofManagement("manage-users") }),
    ],
  };
  folder.write("repository/realms/demo, all.json", JSON.stringify(realm, null, 2));
  folder.write("repository/realms/README.md", "# Realms\n");
  folder.write("repository/broken.yaml", "realm: demo\nusers:\n- groups: 5%\n");
}, timeout);

const read = (name: string) => readFileSync(join(repository, name), "utf8");

interface Ended {
  readonly code: number;
  readonly output: string;
}

/** Runs the script with these inputs. */
function run(inputs: Readonly<Record<string, string>>): Promise<Ended> {
  const env = {
    PATH: process.env["PATH"],
    GITHUB_OUTPUT: join(repository, "output"),
    GITHUB_STEP_SUMMARY: join(repository, "summary.md"),
    ...inputs,
  };
  return new Promise((resolve) => {
    const script = join(ofAction, action, "check.sh");
    const child = execFile(script, { cwd: repository, env }, (_, output) =>
      resolve({ code: child.exitCode ?? -1, output }),
    );
  });
}

test(
  "a finding becomes an annotation at its line, and fails the step",
  async () => {
    const { code, output } = await run({
      FILES: "realms\n",
      ALLOW: "billing=user-lookup\nnone\n",
      SARIF: "findings.sarif",
    });
    expect(code).toBe(1);
    const line = read("realms/demo, all.json")
      .split("\n")
      .findIndex((it) => it.includes("manage-users"));
    expect(output).toBe(
      `::error file=realms/demo%2C all.json,line=${line + 1},title=NOT ALLOWED::demo / ops: manage-users\n`,
    );
    expect(read("output")).toMatch(/^exit-code=1$/m);
    expect(read("summary.md")).toMatch(/^ {4}NOT ALLOWED {2}demo \/ ops: manage-users$/m);
    expect(JSON.parse(read("findings.sarif")).runs[0].results).toHaveLength(1);
  },
  timeout,
);

test(
  "a step passes if everything is allowed",
  async () => {
    const ALLOW = "billing=user-lookup\nops=user-management";
    expect(await run({ FILES: "realms", ALLOW })).toEqual({ code: 0, output: "" });
  },
  timeout,
);

test(
  "a policy file accepts a finding until its end date, and then fails at its line",
  async () => {
    const rule = (client: string, preset: string, until: string) =>
      `- {realm: demo, client: ${client}, presets: [${preset}], reason: its job, until: ${until}}\n`;
    const policy = (until: string) =>
      folder.write(
        "repository/presets.policy.yaml",
        `version: 1\nallow:\n${rule("billing", "user-lookup", "2999-12-31")}${rule("ops", "user-management", until)}`,
      );
    const inputs = { FILES: "realms", POLICY: "presets.policy.yaml" };
    policy("2999-12-31");
    expect(await run(inputs)).toEqual({ code: 0, output: "" });
    policy("2020-12-31");
    const { code, output } = await run(inputs);
    expect(code).toBe(1);
    expect(output).toContain("::error file=presets.policy.yaml,line=4,title=ENDED::demo / ops: ");
    expect(output).toMatch(
      /^::error file=realms\/.*title=NOT ALLOWED::demo \/ ops: manage-users /m,
    );
  },
  timeout,
);

test(
  "what is wrong with a file that can't be judged is an annotation at its line",
  async () => {
    const { code, output } = await run({ FILES: "broken.yaml\nrealms", SARIF: "none.sarif" });
    expect(code).toBe(2);
    expect(output).toContain("::error file=broken.yaml,line=3,title=CANNOT TELL::");
    expect(existsSync(join(repository, "none.sarif"))).toBe(false);
  },
  timeout,
);

test(
  "inputs are words for the command, and nothing for a shell",
  async () => {
    const { code } = await run({
      FILES: "$(touch run)\n-rf",
      ALLOW: "`touch run`=none",
      OPTIONS: "--allow-unknown-field=; touch run",
    });
    expect(code).toBe(2);
    expect(existsSync(join(repository, "run"))).toBe(false);
  },
  timeout,
);

test("the action hands each of its inputs to the script, and takes none into it", () => {
  const { inputs, runs } = parse(readFileSync(join(root, action, "action.yml"), "utf8"));
  const step = runs.steps.at(-1);
  expect(step.run).not.toContain("${{");
  expect(step.env).toEqual(
    Object.fromEntries(
      Object.keys(inputs).map((name) => [name.toUpperCase(), `\${{ inputs.${name} }}`]),
    ),
  );
});
