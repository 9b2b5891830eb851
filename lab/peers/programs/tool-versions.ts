import { dirname, join } from "node:path";
import { z } from "zod";
import packageJson from "../../../package.json" with { type: "json" };
import { runTimed } from "./run-timed.ts";

const collections = z.record(z.string(), z.record(z.string(), z.object({ version: z.string() })));

/** The first version in what a program prints of itself. */
export function versionIn(text: string): string {
  const [version] = /\d+(\.\d+)+\S*/.exec(text.replace(/[[\]]/g, " ")) ?? [];
  if (version === undefined) throw new Error(`There is no version in "${text}".`);
  return version;
}

/** The version of a collection in what `ansible-galaxy collection list --format json` prints. */
export const collectionIn = (text: string, name: string): string | undefined =>
  Object.values(collections.parse(JSON.parse(text))).flatMap((all) => {
    const version = all[name]?.version;
    return version === undefined ? [] : [version];
  })[0];

/** Ansible and its collection with the modules for Keycloak. */
export async function ansibleVersions(ansiblePlaybook: string): Promise<string> {
  const { stdout } = await runTimed(ansiblePlaybook, ["--version"]);
  const galaxy = join(dirname(ansiblePlaybook), "ansible-galaxy");
  const name = "community.general";
  const listed = await runTimed(galaxy, ["collection", "list", name, "--format", "json"]);
  return `ansible-core ${versionIn(stdout)} with ${name} ${collectionIn(listed.stdout, name) ?? "of no known version"}`;
}

/** kcwarden. */
export async function kcwardenVersion(kcwarden: string): Promise<string> {
  return `kcwarden ${versionIn((await runTimed(kcwarden, ["--version"])).stdout)}`;
}

/** This product. */
export const ownVersion = `this product ${packageJson.version}`;
