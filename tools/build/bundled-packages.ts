import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Metafile } from "esbuild";
import { allowedLicence } from "./allowed-licence.ts";
import { packageOf } from "./package-of.ts";

/** An npm package whose code is in the bundle. */
export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  /** The SPDX id that its package.json names. */
  readonly licence: string;
  /** Subresource Integrity of the package as npm downloads it. */
  readonly integrity: string | undefined;
  readonly purl: string;
  readonly folder: string;
}

/** What is used of package-lock.json. */
interface Lock {
  readonly packages: Readonly<
    Record<string, { readonly version?: string; readonly integrity?: string } | undefined>
  >;
}

/** What is used of a package's package.json. */
interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: unknown;
}

/** The packages that esbuild took at least one byte of: their keys in package-lock.json, and folders. */
function usedFolders({ outputs }: Metafile): readonly (readonly [string, string])[] {
  const folders = new Map<string, string>();
  for (const { inputs } of Object.values(outputs)) {
    for (const [input, { bytesInOutput }] of Object.entries(inputs)) {
      const origin = packageOf(input);
      if (origin !== undefined && bytesInOutput > 0) folders.set(origin.key, origin.folder);
    }
  }
  return [...folders].sort(([a], [b]) => (a < b ? -1 : 1));
}

/**
 * Lists the npm packages whose code is in the bundle: not what is installed or imported, but what
 * was left after tree shaking.
 *
 * @param root the folder of package-lock.json, which esbuild's paths start at
 * @returns packages by their key in package-lock.json, sorted by it
 * @throws when a package is installed in another version than the locked one, or when its licence
 *   is not allowed
 * @see [esbuild's metafile](https://esbuild.github.io/api/#metafile)
 * @see [Package URL type npm](https://github.com/package-url/purl-spec/blob/main/types-doc/npm-definition.md)
 */
export async function bundledPackages(
  root: string,
  metafile: Metafile,
): Promise<ReadonlyMap<string, BundledPackage>> {
  const lock: Lock = JSON.parse(await readFile(join(root, "package-lock.json"), "utf8"));
  const packages = new Map<string, BundledPackage>();
  for (const [key, path] of usedFolders(metafile)) {
    const folder = join(root, path);
    const manifest: Manifest = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
    const { name, version } = manifest;
    const locked = lock.packages[key];
    if (locked?.version !== version) {
      throw new Error(
        `${key} is installed in version ${version}, but package-lock.json has ${locked?.version ?? "none"}; run npm ci.`,
      );
    }
    const licence = allowedLicence(`${name} ${version}`, manifest.license);
    const purl = `pkg:npm/${name.replace("@", "%40")}@${encodeURIComponent(version)}`;
    packages.set(key, { name, version, licence, integrity: locked.integrity, purl, folder });
  }
  return packages;
}
