/** Where an input of esbuild's comes from: an npm package. */
export interface PackageOrigin {
  /** The package's key in package-lock.json, such as `node_modules/yaml`. */
  readonly key: string;
  /** The package's folder, from the folder that esbuild's paths start at. */
  readonly folder: string;
}

/** A nested package has several `node_modules` above it, and a scoped one has two folders as its name. */
const inPackage =
  /^(?<folder>.*?(?<key>node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+))\//;

/**
 * Tells which npm package a file belongs to. The path alone decides, not the nearest package.json:
 * packages keep more of those in their folders, for module types and sub-paths.
 *
 * @param input a path of esbuild's metafile; where `node_modules` is a link, it starts outside of the project
 * @returns nothing for the project's own files
 * @see [package-lock.json, "packages"](https://docs.npmjs.com/cli/configuring-npm/package-lock-json#packages)
 */
export function packageOf(input: string): PackageOrigin | undefined {
  const { key, folder } = inPackage.exec(input)?.groups ?? {};
  return key === undefined || folder === undefined ? undefined : { key, folder };
}
