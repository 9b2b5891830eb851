import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { makeTerraformFolder } from "../../../test/handover/terraform/terraform-folder.ts";

/** Whether Terraform and its Keycloak provider are to be had: their versions, or why not. */
export type TerraformState =
  | { readonly kind: "ready"; readonly version: string; readonly provider: string }
  | { readonly kind: "missing"; readonly reason: string };

const versions = z.object({
  terraform_version: z.string(),
  provider_selections: z.record(z.string(), z.string()),
});

const needed = `terraform {
  required_providers {
    keycloak = {
      source = "keycloak/keycloak"
    }
  }
}
`;

/** Sets up a module that needs the provider, as a person would. */
export async function findTerraform(): Promise<TerraformState> {
  const nobody = {
    name: "other" as const,
    ...{ consoleUrl: "", loginUrl: "", apiUrl: "", adminUsername: "", adminPassword: "" },
  };
  try {
    await using folder = await makeTerraformFolder(
      (path) => writeFile(join(path, "main.tf"), needed),
      nobody,
    );
    return readVersions(await folder.run("version", "-json"));
  } catch (error) {
    return { kind: "missing", reason: reasonIn(error instanceof Error ? error.message : "") };
  }
}

/** Reads what `terraform version -json` prints. */
export function readVersions(text: string): TerraformState {
  const { terraform_version: version, provider_selections: all } = versions.parse(JSON.parse(text));
  const [provider] = Object.entries(all).flatMap(([name, it]) =>
    name.endsWith("/keycloak/keycloak") ? [it] : [],
  );
  return provider === undefined
    ? { kind: "missing", reason: "It doesn't have the provider keycloak/keycloak." }
    : { kind: "ready", version, provider };
}

/** The line of an error that says what is wrong. */
export const reasonIn = (message: string): string =>
  message
    .split("\n")
    .map((line) => line.replace(/^[│╷╵\s]+/, ""))
    .find((line) => line.startsWith("Error: ") || line.includes("ENOENT")) ??
  "It could not be set up.";
