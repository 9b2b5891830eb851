import { codeCell, escapeCell, markdownTable } from "../../markdown/table.ts";
import { byFamily } from "../by-family.ts";
import type { CallNames } from "../call-names.ts";
import type { Measurement } from "../read-measurements.ts";

/** The calls of the newest version that were not made, and why. */
export function notCalledSection(
  { matrix, notCalled }: Measurement,
  names: CallNames,
): readonly string[] {
  const title = ["## Calls that were not made", ""];
  if (notCalled.length === 0) {
    return [...title, `Every call of Keycloak ${matrix.version} was made.`, ""];
  }
  return [
    ...title,
    `Calls of Keycloak ${matrix.version} whose roles were not measured.`,
    "",
    markdownTable(
      ["Call", "Method and path", "Why not"],
      byFamily(notCalled)
        .flatMap(({ calls }) => calls)
        .map((call) => [
          escapeCell(names.ofCall(call)),
          codeCell(`${call.method} ${call.path}`),
          escapeCell(call.reason),
        ]),
    ),
    "",
  ];
}
