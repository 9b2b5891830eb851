import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { CallTemplate } from "../../src/catalog/calls/call-template.ts";
import type { runCli } from "../../src/cli/run-cli.ts";
import { bundleCli } from "../../tools/build/bundle-cli.ts";
import { root } from "../../tools/test/root.ts";
import type { Program } from "./make-program.ts";

/** What `presets advise` says. */
export interface Advised {
  /** Those of the recommended presets, or the smallest where no preset is enough. */
  readonly roles: readonly string[];
  readonly calls: readonly CallTemplate[];
  readonly unrecognized: readonly string[];
}

interface Printed {
  readonly recommended: { readonly roles: readonly string[] } | null;
  readonly roles: readonly string[] | null;
  readonly calls: readonly CallTemplate[];
  readonly notRecognized: readonly {
    operation: string;
    resourceType: string;
    resourcePath: string;
  }[];
}

/** Builds the command line of a release, whose texts Node can't read from the sources. */
export async function loadCli(): Promise<typeof runCli> {
  const file = join(root, ".cache", "use", "run-cli.mjs");
  await bundleCli(root, file, "src/cli/run-cli.ts");
  const built: { readonly runCli: typeof runCli } = await import(pathToFileURL(file).href);
  return built.runCli;
}

/** Runs `presets advise` as the program itself, on its events and, where it is given, its log. */
export async function adviseFor(
  run: typeof runCli,
  { lab, clientId, secret }: Program,
  { version, log }: { readonly version: string; readonly log?: string },
): Promise<Advised> {
  let output = "";
  let errors = "";
  await run(
    [
      ...["advise", "--json", "--server", lab.baseUrl, "--realm", lab.realm, "--client", clientId],
      ...["--keycloak", version, ...(log === undefined ? [] : ["--log", "-"])],
    ],
    {
      readInput: async () => new TextEncoder().encode(log),
      writeOutput: (text) => {
        output += text;
      },
      writeError: (text) => {
        errors += text;
      },
      environment: { CLIENT_SECRET: secret },
    },
  );
  if (output === "") throw new Error(`presets advise failed: ${errors}`);
  const { recommended, roles, calls, notRecognized }: Printed = JSON.parse(output);
  return {
    ...{ roles: recommended?.roles ?? roles ?? [], calls },
    unrecognized: notRecognized.map(
      ({ operation, resourceType, resourcePath }) => `${operation} ${resourceType} ${resourcePath}`,
    ),
  };
}
