import type { Command } from "@commander-js/extra-typings";
import { examples } from "../arguments/examples.ts";
import { parseName } from "../arguments/parse-name.ts";
import { parseServerAddress } from "../arguments/parse-server-address.ts";
import { jsonOption } from "../arguments/shared-options.ts";
import { askConsole, type ConsoleFacts } from "../doctor/ask-console.ts";
import { doctorResult } from "../doctor/doctor-result.ts";
import { examineRealms, type FoundObjects } from "../doctor/examine-realms.ts";
import type { Finding } from "../doctor/finding.ts";
import { isConsole, judgeConsole } from "../doctor/judge-console.ts";
import { judgeJar } from "../doctor/judge-jar.ts";
import { judgeNextMajor } from "../doctor/judge-next-major.ts";
import { judgeObjects } from "../doctor/judge-objects.ts";
import { judgeVersion } from "../doctor/judge-version.ts";
import { removePlan } from "../doctor/remove-plan.ts";
import { secretInEnvironment } from "../server/secret-in-environment.ts";
import type { CommandContext } from "./command-context.ts";

/** What only a person at the browser can check, where everything else is as it should be. */
const inTheBrowser: Finding = {
  id: "browser",
  level: "note",
  subject: "If the tab is still missing",
  found:
    "Reload the console without its cache. Check that the client uses OpenID Connect and isn't bearer-only, that your account has view-clients, and that the address has this realm after /admin/. The browser's console says why the extension stays away, if it does.",
};

function judge(facts: ConsoleFacts, objects: readonly FoundObjects[] | undefined) {
  const findings = [
    ...judgeConsole(facts),
    ...judgeJar(facts),
    ...(isConsole(facts) ? [judgeVersion(facts)] : []),
    ...(objects === undefined ? [] : judgeObjects(objects)),
    ...judgeNextMajor(facts, objects),
  ];
  const isFine = findings.every(({ level }) => level !== "problem" && level !== "unknown");
  return isFine ? [...findings, inTheBrowser] : findings;
}

/**
 * Adds `presets doctor`, which says why the tab doesn't show. Without credentials, it reads what everyone can
 * read; as a client, it also reads what the extension has left in the realms.
 */
export function addDoctorCommand(program: Command, { host, finish }: CommandContext): void {
  program
    .command("doctor")
    .description(
      "check the installation on a server, for when the tab is missing; as a client, also the realms",
    )
    .requiredOption("--server <address>", "base address of the server", parseServerAddress)
    .option("--realm <realm>", "the realm whose console is checked", parseName, "master")
    .option(
      "--client <client-id>",
      "a client to sign in with; CLIENT_SECRET has its secret, and it needs view-realm",
    )
    .option("--login-realm <realm>", "the realm of that client, if different")
    .option(
      "--remove-plan",
      "list what this extension has left in the realms, and how each is removed; changes nothing",
    )
    .addOption(jsonOption())
    .addHelpText(
      "after",
      examples(
        "presets doctor --server https://kc.example.org",
        "CLIENT_SECRET=… presets doctor --server https://kc.example.org --client auditor --json",
      ),
    )
    .action(async ({ server, realm, client, loginRealm, json, removePlan: plans }, command) => {
      if (plans && client === undefined) {
        command.error("error: --remove-plan needs --client, which sees the realms");
      }
      const login =
        client === undefined
          ? undefined
          : {
              server,
              loginRealm: loginRealm ?? realm,
              clientId: client,
              clientSecret: secretInEnvironment(client, host),
            };
      if (plans && login !== undefined) {
        finish(removePlan(await examineRealms(login), json === true));
        return;
      }
      const facts = await askConsole(server, realm);
      const objects = login && (await examineRealms(login));
      finish(doctorResult(judge(facts, objects), json === true));
    });
}
