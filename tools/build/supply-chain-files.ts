import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Metafile } from "esbuild";
import { bundledPackages } from "./bundled-packages.ts";
import { collectLicences } from "./collect-licences.ts";
import { makeSbom, type Project } from "./make-sbom.ts";

/** What the JAR says of its own origin. */
export interface SupplyChainFiles {
  readonly sbom: string;
  /** Contents by their path inside the JAR, with the SBOM. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/**
 * Makes what the JAR says of its own origin: its SBOM, its licence, and those of the bundled packages.
 *
 * @param project what package.json says of this project
 * @throws when a bundled package is not as package-lock.json has it, or not under an allowed licence
 */
export async function supplyChainFiles(
  root: string,
  project: Project,
  metafile: Metafile,
): Promise<SupplyChainFiles> {
  const packages = await bundledPackages(root, metafile);
  const sbom = makeSbom(project, packages, metafile);
  const licences = await collectLicences(packages.values(), "This JAR");
  const encoder = new TextEncoder();
  const files = new Map<string, Uint8Array>([
    ["META-INF/sbom.cdx.json", encoder.encode(sbom)],
    ["META-INF/LICENSE", await readFile(join(root, "LICENSE"))],
    ["META-INF/THIRD-PARTY-LICENSES.txt", encoder.encode(licences)],
  ]);
  return { sbom, files };
}

/**
 * Makes what the npm package says of the origin of its one script: an SBOM of its own, and the licences of
 * the packages that are bundled into it. Its own licence stands beside it.
 *
 * @returns contents by their names beside the script
 * @throws when a bundled package is not as package-lock.json has it, or not under an allowed licence
 */
export async function supplyChainFilesOfCli(
  root: string,
  project: Project,
  metafile: Metafile,
): Promise<ReadonlyMap<string, string>> {
  const packages = await bundledPackages(root, metafile);
  return new Map([
    ["sbom.cdx.json", makeSbom(project, packages, metafile)],
    ["THIRD-PARTY-LICENSES.txt", await collectLicences(packages.values(), "This script")],
  ]);
}
