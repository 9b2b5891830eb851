import { type Command, InvalidArgumentError, Option } from "@commander-js/extra-typings";
import {
  type ReadinessProblemId,
  readinessProblemIds,
} from "../../access/readiness/readiness-problem.ts";
import { ownThemeParents, type ThemeParents } from "../../access/readiness/theme-readiness.ts";
import { type TargetVersion, targetVersions } from "../../catalog/server/coming-changes.ts";
import { examples } from "../arguments/examples.ts";
import { parseServerAddress } from "../arguments/parse-server-address.ts";
import { requireRealms } from "../arguments/require-realms.ts";
import { jsonOption, unknownFieldOption } from "../arguments/shared-options.ts";
import { CliError } from "../cli-error.ts";
import { printableLines } from "../output/printable-lines.ts";
import { type ReadinessReport, renderReadiness } from "../output/render-readiness.ts";
import { findPlaces } from "../places/find-places.ts";
import { readThemeParents } from "../ready/read-theme-parents.ts";
import { realmReadiness } from "../ready/realm-readiness.ts";
import { realmsOfFiles, refusePlans } from "../ready/realms-of-files.ts";
import { realmsOfServer } from "../ready/realms-of-server.ts";
import { refuseUnknownFields } from "../realm-file/parse-realm-exports.ts";
import { readRealmFiles } from "../realm-file/read-realm-files.ts";
import { realmsInFiles } from "../realm-file/realms-in-files.ts";
import { secretInEnvironment } from "../server/secret-in-environment.ts";
import { passedOverLines } from "../source/passed-over-lines.ts";
import type { CommandContext } from "./command-context.ts";

/** What is judged, and for which version. */
interface Judged {
  readonly target: TargetVersion;
  readonly parents: ThemeParents;
}

/** @throws InvalidArgumentError for a problem that doesn't exist */
function parseProblems(text: string): readonly ReadinessProblemId[] {
  return text.split(",").map((name) => {
    const id = readinessProblemIds.find((it) => it === name.trim());
    if (id !== undefined) return id;
    throw new InvalidArgumentError(`Allowed: ${readinessProblemIds.join(", ")}.`);
  });
}

type Found = Pick<ReadinessReport, "realms" | "problems" | "notSeen">;

interface FileOptions {
  readonly allowUnknownField: readonly string[];
  readonly envFile?: string | undefined;
}

async function judgeFiles(
  files: readonly string[],
  { allowUnknownField, envFile }: FileOptions,
  { target, parents }: Judged,
  host: CommandContext["host"],
): Promise<Found> {
  const { parts, passedOver } = await readRealmFiles(files, envFile, host.readInput);
  refusePlans(parts);
  refuseUnknownFields(parts, allowUnknownField);
  host.writeError(printableLines(passedOverLines(passedOver)));
  const realms = realmsOfFiles(realmsInFiles(parts));
  if (realms.every(({ clients }) => clients.length === 0)) {
    throw new CliError("Nothing to judge: the files have no clients.");
  }
  const problems = realms.flatMap((realm) => realmReadiness(realm, parents, target));
  const places = findPlaces(
    parts,
    problems.map(({ client }) => client?.origin && { of: client.origin, within: [] }),
  );
  return {
    realms,
    problems: problems.map((problem, at) => ({ ...problem, place: places[at] })),
    notSeen: [],
  };
}

interface ServerOptions {
  readonly server: string;
  readonly client?: string | undefined;
  readonly realm?: string | undefined;
  readonly allRealms?: true | undefined;
  readonly loginRealm?: string | undefined;
}

async function judgeServer(
  { server, client, realm, loginRealm }: ServerOptions,
  { target, parents }: Judged,
  host: CommandContext["host"],
): Promise<Found> {
  if (client === undefined) throw new CliError("Pass --client, the client to sign in with.");
  const login = {
    server,
    loginRealm: loginRealm ?? realm ?? "master",
    clientId: client,
    clientSecret: secretInEnvironment(client, host),
  };
  const { realms, notSeen } = await realmsOfServer(login, realm);
  host.writeError(printableLines(notSeen));
  const problems = realms.flatMap((it) => realmReadiness(it, parents, target));
  return { realms, problems: problems.map((it) => ({ ...it, place: undefined })), notSeen };
}

/**
 * Adds `presets ready`, which tells what a coming version of Keycloak breaks for the clients and themes of a server
 * or of realm files.
 */
export function addReadyCommand(program: Command, { host, finish }: CommandContext): void {
  program
    .command("ready")
    .argument("[files...]", "realm files as check reads them; - reads standard input")
    .description("show which clients and themes a coming version of Keycloak breaks")
    .addOption(
      new Option("--for <version>", "the version to come")
        .choices(targetVersions)
        .makeOptionMandatory(),
    )
    .option(
      "--server <address>",
      "ask a server in place of files; CLIENT_SECRET has the client's secret",
      parseServerAddress,
    )
    .option(
      "--client <client-id>",
      "the client to sign in with; its service account needs view roles",
    )
    .addOption(new Option("--realm <realm>", "one realm").conflicts("allRealms"))
    .option("--all-realms", "all realms, with a client of master")
    .option("--login-realm <realm>", "the realm of the client that signs in, if different one")
    .option("--themes <folder>", "your themes: <theme>/<type>/theme.properties")
    .addOption(
      new Option(
        "--accept <problems>",
        `problems that don't fail the command, such as ${readinessProblemIds.join(",")}`,
      )
        .argParser((text, all: readonly ReadinessProblemId[]) => [...all, ...parseProblems(text)])
        .default([], "none"),
    )
    .addOption(unknownFieldOption())
    .option("--env-file <file>", "NAME=value lines for the placeholders of the files")
    .addOption(jsonOption())
    .addHelpText(
      "after",
      examples(
        "presets ready --for 26.8 realm.json",
        "presets ready --for 27 exports --themes /opt/keycloak/themes",
        "CLIENT_SECRET=… presets ready --for 27 --server https://kc.example.org --client auditor --all-realms",
      ),
    )
    .action(async (files, options, command) => {
      const { for: target, server, realm, allRealms, themes, accept, json = false } = options;
      if (server === undefined && files.length === 0) {
        command.error("error: specify files, or --server");
      }
      if (server !== undefined && files.length > 0) {
        command.error("error: specify either files or --server");
      }
      if (server !== undefined) requireRealms(command, realm, allRealms);
      const ofFolder = themes === undefined ? [] : await readThemeParents(themes);
      const judged = { target, parents: new Map([...ownThemeParents, ...ofFolder]) };
      const found = await (server === undefined
        ? judgeFiles(files, options, judged, host)
        : judgeServer({ ...options, server }, judged, host));
      finish(renderReadiness({ target, accepted: new Set(accept), ...found }, json));
    });
}
