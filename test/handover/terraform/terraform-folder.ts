import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Deployment } from "../../e2e/servers/deployment.ts";
import { runProgram } from "../run-program.ts";

/** A folder with a module, in which Terraform or OpenTofu runs. */
export interface TerraformFolder extends AsyncDisposable {
  readonly path: string;
  /** Runs the program. @returns what it printed @throws where it fails */
  readonly run: (...words: readonly string[]) => Promise<string>;
}

/**
 * Makes such a folder, with the providers installed.
 *
 * The program is `terraform`, or what the variable `TERRAFORM` names, such as `tofu`. Providers come from the registry, or
 * from the folder that `TERRAFORM_PROVIDERS` names, laid out as a filesystem mirror.
 *
 * @param fill writes the module into the folder
 * @param variables values of the module's variables
 * @see [Provider installation](https://developer.hashicorp.com/terraform/cli/config/config-file#provider-installation)
 */
export async function makeTerraformFolder(
  fill: (path: string) => Promise<unknown>,
  { apiUrl, adminUsername, adminPassword }: Deployment,
  variables: Readonly<Record<string, string>> = {},
): Promise<TerraformFolder> {
  const path = await mkdtemp(join(tmpdir(), "presets-terraform-"));
  await fill(path);
  const { TERRAFORM = "terraform", TERRAFORM_PROVIDERS } = process.env;
  const mirror =
    TERRAFORM_PROVIDERS === undefined
      ? ""
      : `provider_installation {\n  filesystem_mirror {\n    path = ${JSON.stringify(TERRAFORM_PROVIDERS)}\n  }\n}\n`;
  const configuration = join(path, "cli.tfrc");
  await writeFile(configuration, mirror);
  const environment = {
    TF_CLI_CONFIG_FILE: configuration,
    TF_IN_AUTOMATION: "1",
    TF_INPUT: "0",
    KEYCLOAK_CLIENT_ID: "admin-cli",
    KEYCLOAK_URL: apiUrl,
    KEYCLOAK_USER: adminUsername,
    KEYCLOAK_PASSWORD: adminPassword,
    ...Object.fromEntries(
      Object.entries(variables).map(([name, value]) => [`TF_VAR_${name}`, value]),
    ),
  };
  const run: TerraformFolder["run"] = async (...words) => {
    const { exitCode, output } = await runProgram([TERRAFORM, ...words], {
      cwd: path,
      variables: environment,
    });
    if (exitCode !== 0) throw new Error(`${TERRAFORM} ${words.join(" ")}: ${output}`);
    return output;
  };
  await run("init", "-no-color");
  return { path, run, [Symbol.asyncDispose]: () => rm(path, { recursive: true }) };
}
