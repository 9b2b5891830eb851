import { readFile } from "node:fs/promises";
import type { Command } from "@commander-js/extra-typings";
import type { ChangeRecord } from "../../access/record/change-record.ts";
import { compareRecords } from "../../access/record/compare-records.ts";
import { printableJson } from "../../formats/printable-json.ts";
import { createAdminApi } from "../../keycloak/api/admin-api.ts";
import { examples } from "../arguments/examples.ts";
import { parseServerAddress } from "../arguments/parse-server-address.ts";
import { jsonOption } from "../arguments/shared-options.ts";
import { CliError } from "../cli-error.ts";
import type { CliHost } from "../cli-host.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { printableLines } from "../output/printable-lines.ts";
import { reasonOf } from "../reason-of.ts";
import { parseRecord } from "../record/parse-record.ts";
import { type EventsOfRecords, readKeptEvents } from "../record/read-kept-events.ts";
import {
  differences,
  type NamedRecord,
  recordLines,
  recordsAsJson,
} from "../record/record-lines.ts";
import { clientTokens } from "../server/client-tokens.ts";
import { explainingFailures } from "../server/explain-server-failure.ts";
import { secretInEnvironment } from "../server/secret-in-environment.ts";
import { decodeText } from "../source/decode-text.ts";
import { standardInput } from "../source/parse-contents.ts";
import type { CommandContext } from "./command-context.ts";

async function readBytes(file: string, { readInput }: CliHost): Promise<Uint8Array> {
  if (file === standardInput) return readInput();
  try {
    return await readFile(file);
  } catch (thrown) {
    throw new CliError(`${file} can't be read: ${reasonOf(thrown)}`);
  }
}

/** The realm to sign in to: that of the records, or `master` where they are of several. */
function realmOf(records: readonly ChangeRecord[]): string {
  const [realm = "master", other] = new Set(records.map((record) => record.realm));
  return other === undefined ? realm : "master";
}

function exitCodeOf(compared: readonly NamedRecord[]): ExitCode {
  const verdicts = compared.flatMap(({ steps }) => steps.map(({ verdict }) => verdict));
  const isMore = compared.some(({ more }) => more.length > 0);
  if (isMore || verdicts.some((verdict) => differences.includes(verdict))) {
    return exitCodes.notPassed;
  }
  return verdicts.includes("notKnown") ? exitCodes.incomplete : exitCodes.passed;
}

/** Why something isn't known, one line for each realm. */
function linesOfGaps({ notSeen, off }: EventsOfRecords): readonly string[] {
  return [
    ...[...notSeen].map(
      (realm) => `Realm ${realm}: the admin events can't be seen. The client needs view-events.`,
    ),
    ...[...off].map(
      (realm) =>
        `Realm ${realm}: admin events are off. Turn them on under Realm settings, Events, Admin events settings.`,
    ),
  ];
}

/**
 * Adds `presets record`, which compares records of changes, as the tab saves them, with the admin events of a server.
 */
export function addRecordCommand(program: Command, { host, finish }: CommandContext): void {
  program
    .command("record")
    .argument("<files...>", "records of changes, as the tab saves them; - reads standard input")
    .description(
      "compare records of changes with a server's admin events; CLIENT_SECRET has the client's secret",
    )
    .requiredOption("--server <address>", "base address of the server", parseServerAddress)
    .requiredOption(
      "--client <client-id>",
      "the client to sign in with; its service account needs view-events",
    )
    .option(
      "--login-realm <realm>",
      "the realm of the client that signs in, if not the realm of the records",
    )
    .addOption(jsonOption())
    .addHelpText(
      "after",
      examples(
        "CLIENT_SECRET=… presets record change-record-20261130T120000Z.json --server https://kc.example.org --client auditor",
      ),
    )
    .action(async (files, { server, client, loginRealm, json }) => {
      const records = new Map<string, ChangeRecord>();
      for (const file of files) {
        records.set(file, parseRecord(decodeText(await readBytes(file, host)), file));
      }
      const all = [...records.values()];
      const login = {
        server,
        loginRealm: loginRealm ?? realmOf(all),
        clientId: client,
        clientSecret: secretInEnvironment(client, host),
      };
      const tokens = clientTokens(login);
      const kept = await explainingFailures(login, () =>
        readKeptEvents(all, (realm) => createAdminApi(server, realm, tokens)),
      );
      const names = [...records.keys()];
      const compared = compareRecords(all, kept.keptFor).map(
        (it, at): NamedRecord => ({ ...it, file: names[at] ?? "" }),
      );
      host.writeError(printableLines(linesOfGaps(kept)));
      const text = json
        ? printableJson(recordsAsJson(compared))
        : printableLines(recordLines(compared));
      finish({ text, exitCode: exitCodeOf(compared) });
    });
}
