import { type Command, InvalidArgumentError, Option } from "@commander-js/extra-typings";
import { advise } from "../../access/use/advise.ts";
import { collectUse } from "../../access/use/collect-use.ts";
import { createEventIndex } from "../../access/use/event-index.ts";
import { usualWindow } from "../../access/use/recorded-use.ts";
import eventsOfCalls from "../../catalog/calls/events-of-calls.json" with { type: "json" };
import { presetsForProvider } from "../../catalog/presets/presets-for-provider.ts";
import { callsInLogs } from "../advise/calls-in-logs.ts";
import { readUseOnServer, type UseOnServer } from "../advise/read-use-on-server.ts";
import { examples } from "../arguments/examples.ts";
import { parseName } from "../arguments/parse-name.ts";
import { parseServerAddress } from "../arguments/parse-server-address.ts";
import { jsonOption, keycloakOption } from "../arguments/shared-options.ts";
import { CliError } from "../cli-error.ts";
import { loadMatrix } from "../measured/load-matrix.ts";
import { adviceAsJson } from "../output/advice-as-json.ts";
import { adviceAsLines } from "../output/advice-as-lines.ts";
import { readQuestion } from "../question/read-question.ts";
import { secretInEnvironment } from "../server/secret-in-environment.ts";
import type { CommandContext } from "./command-context.ts";

/** @throws InvalidArgumentError for anything but a whole number of days */
function parseDays(text: string): number {
  const days = Number(text);
  if (/^\d{1,4}$/.test(text) && days > 0) return days;
  throw new InvalidArgumentError("Give a whole number of days, such as 90.");
}

interface ServerOptions {
  readonly server: string;
  readonly client?: string | undefined;
  readonly realm?: string | undefined;
  readonly administers?: string | undefined;
  readonly loginRealm?: string | undefined;
  readonly keycloak?: string | undefined;
  readonly days: number;
}

async function readServer(
  account: string | undefined,
  { server, client, realm, days, keycloak, ...options }: ServerOptions,
  host: CommandContext["host"],
): Promise<UseOnServer> {
  if (client === undefined) throw new CliError("Pass --client, the client to sign in with.");
  if (realm === undefined) throw new CliError("Pass --realm, the realm of the service account.");
  const login = {
    server,
    loginRealm: options.loginRealm ?? realm,
    clientId: client,
    clientSecret: secretInEnvironment(client, host),
  };
  const { administers = realm } = options;
  const asked = { realm, clientId: account ?? client, administers };
  return readUseOnServer(login, asked, { days, version: keycloak });
}

async function readNoServer(version: string | undefined) {
  const matrix = await loadMatrix(version, "native");
  return { matrix, presets: presetsForProvider("native"), held: undefined, recorded: undefined };
}

/**
 * Adds `presets advise`, which tells which access a service account used, by the events of a realm and by logs, and the
 * smaller access that would do.
 */
export function addAdviseCommand(program: Command, { host, finish }: CommandContext): void {
  program
    .command("advise")
    .argument(
      "[client-id]",
      "the client whose use is told, if it isn't the one that signs in",
      parseName,
    )
    .description("show which access a service account used, and the smaller access that would do")
    .option(
      "--server <address>",
      "read the realm's admin events; CLIENT_SECRET has the client's secret",
      parseServerAddress,
    )
    .option(
      "--client <client-id>",
      "the client to sign in with; its service account needs view-events and view roles",
      parseName,
    )
    .option("--realm <realm>", "the realm of the service account", parseName)
    .option(
      "--administers <realm>",
      "for clients of master: the realm that they administer",
      parseName,
    )
    .option(
      "--login-realm <realm>",
      "the realm of the client that signs in, if different",
      parseName,
    )
    .addOption(
      new Option("--days <days>", "how far back events count")
        .argParser(parseDays)
        .default(usualWindow),
    )
    .addOption(
      new Option(
        "--log <file>",
        "an access log, or a browser recording (HAR), of the program's calls; - reads standard input",
      )
        .argParser((path, all: readonly string[]) => [...all, parseName(path)])
        .default([], "none"),
    )
    .addOption(keycloakOption())
    .addOption(jsonOption())
    .addHelpText(
      "after",
      examples(
        "CLIENT_SECRET=… presets advise terraform --server https://kc.example.org --realm demo --client auditor",
        "presets advise --log access.log --log recorded.har",
      ),
    )
    .action(async (account, { server, log, json = false, ...options }, command) => {
      if (server === undefined && log.length === 0) {
        command.error("error: specify --server, --log or both");
      }
      const found =
        server === undefined
          ? await readNoServer(options.keycloak)
          : await readServer(account, { server, ...options }, host);
      const { matrix, recorded } = found;
      const files = log.filter((path) => path !== "-");
      const input = log.length > files.length ? ["-"] : [];
      const logged = callsInLogs(await readQuestion(input, files, host), matrix);
      const index = createEventIndex(eventsOfCalls, [...matrix.calls, ...matrix.notCalled]);
      const use = collectUse(recorded?.events ?? [], logged.calls, index);
      const answer = {
        ...{ matrix, recorded, logged, use },
        advice: advise(use, found),
        days: options.days,
        isServerAsked: server !== undefined,
        isLogGiven: log.length > 0,
        untraced: index.untraced,
      };
      finish(json ? adviceAsJson(answer) : adviceAsLines(answer));
    });
}
