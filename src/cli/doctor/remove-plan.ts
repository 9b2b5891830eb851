import { exitCodes } from "../exit-codes.ts";
import { type CommandResult, jsonResult, linesResult } from "../output/command-result.ts";
import type { FoundObjects } from "./examine-realms.ts";

/** After what is in the realms: what is on the server itself. */
const onServer = [
  "Unset the server's option --spi-theme--default (before 26.3: --spi-theme-default) if it names service-account-presets.",
  "Delete the JAR from providers/ and restart the server. If it starts with --optimized, run kc.sh build with your build options first.",
];

const whatStays =
  "Roles that were assigned stay assigned: they are ordinary role mappings. Client scopes and settings of clients that a plan changed stay, too.";

/**
 * What to do so that nothing of this extension is left on a server, in the order that keeps promises: ends first, since
 * without their workflows roles stay assigned. Nothing is changed by it.
 */
export function removePlan(all: readonly FoundObjects[], json: boolean): CommandResult {
  const inOrder = [...all].sort((a, b) => a.object.removal.order - b.object.removal.order);
  const steps = inOrder.flatMap(({ object, found }) =>
    [...found].map(([realm, names]) => ({
      ...{ realm, object: object.id, found: names },
      how: object.removal.how,
    })),
  );
  const hidden = inOrder.filter((it) => it.hidden.length > 0);
  const exitCode = hidden.length === 0 ? exitCodes.passed : exitCodes.incomplete;
  if (json) {
    const notSeen = hidden.map(({ object, hidden: realms }) => ({
      ...{ object: object.id, realms, advice: object.unseen.advice },
    }));
    return jsonResult({ steps, onServer, notSeen, stays: whatStays }, exitCode);
  }
  const lines = [
    ...steps.flatMap(({ realm, object, found, how }) => {
      const name = inOrder.find((it) => it.object.id === object)?.object.name ?? object;
      return [`Realm ${realm}: ${name}`, ...found.map((it) => `  ${it}`), `  → ${how}`];
    }),
    ...(steps.length === 0
      ? [`In the realms${hidden.length === 0 ? "" : " that can be seen"}: nothing to remove.`]
      : []),
    "The server",
    ...onServer.map((it) => `  → ${it}`),
    ...hidden.flatMap(({ object, hidden: realms }) => [
      `NOT SEEN  ${object.name} in ${realms.join(", ")}`,
      `  ${object.unseen.advice}`,
    ]),
    whatStays,
  ];
  return linesResult(lines, exitCode);
}
