import type { Metafile } from "esbuild";
import type { BundledPackage } from "./bundled-packages.ts";
import { packageOf } from "./package-of.ts";

/** What the SBOM says of this project, as package.json has it. */
export interface Project {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly license: string;
}

/** A licence by its SPDX id, as its authors declare it. */
const licences = (id: string) => [{ license: { id, acknowledgement: "declared" } }];

/** The hash that npm checks a download by; there may be weaker ones beside it. */
function hashes(integrity = "") {
  const sha512 = /(?:^|\s)sha512-(?<base64>\S+)/.exec(integrity)?.groups?.["base64"];
  if (sha512 === undefined) return undefined;
  return [{ alg: "SHA-512", content: Buffer.from(sha512, "base64").toString("hex") }];
}

function component({ name, version, licence, integrity, purl }: BundledPackage) {
  const [scope, nameInScope] = name.split("/");
  return {
    type: "library",
    "bom-ref": purl,
    ...(nameInScope === undefined ? { name } : { group: scope, name: nameInScope }),
    version,
    hashes: hashes(integrity),
    licenses: licences(licence),
    purl,
  };
}

/** Which component imports which, read off the imports of their files. */
function dependencies(
  projectRef: string,
  packages: ReadonlyMap<string, BundledPackage>,
  { inputs }: Metafile,
) {
  const refOf = (input: string) => {
    const origin = packageOf(input);
    return origin === undefined ? projectRef : packages.get(origin.key)?.purl;
  };
  const refs = [projectRef, ...[...packages.values()].map(({ purl }) => purl)];
  const dependsOn = new Map(refs.map((ref) => [ref, new Set<string>()]));
  for (const [input, { imports }] of Object.entries(inputs)) {
    const from = refOf(input) ?? "";
    for (const { path, external } of imports) {
      const to = external ? undefined : refOf(path);
      // A package that imports a file of ours got a stub in place of a file of its own.
      if (to !== undefined && to !== from && to !== projectRef) dependsOn.get(from)?.add(to);
    }
  }
  return [...dependsOn].map(([ref, others]) => ({ ref, dependsOn: [...others].sort() }));
}

/**
 * Writes the software bill of materials of the JAR in CycloneDX's JSON. It says nothing of when,
 * where and by whom it was made, so that the same sources give the same bytes.
 *
 * @param packages what is in the bundle, by key in package-lock.json
 * @param metafile tells which package imports which
 * @see [CycloneDX specification 1.6](https://cyclonedx.org/docs/1.6/json/)
 */
export function makeSbom(
  { name, version, description, license }: Project,
  packages: ReadonlyMap<string, BundledPackage>,
  metafile: Metafile,
): string {
  const ref = `${name}@${version}`;
  // npm may install a package more than once, in several folders; a reference may stand there once.
  const byPurl = new Map([...packages.values()].map((found) => [found.purl, found]));
  const sbom = {
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: {
      lifecycles: [{ phase: "build" }],
      component: {
        type: "application",
        "bom-ref": ref,
        name,
        version,
        description,
        licenses: licences(license),
      },
    },
    components: [...byPurl.values()].map(component),
    dependencies: dependencies(ref, packages, metafile),
  };
  return `${JSON.stringify(sbom, null, 2)}\n`;
}
