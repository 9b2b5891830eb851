import { conditionOf } from "../../../src/catalog/calls/call-conditions.ts";
import type { MeasuredMatrix } from "../../../src/catalog/measured/measured-matrix.ts";
import { codeCell, escapeCell, markdownTable } from "../../markdown/table.ts";
import { allowedInWords, filteredInWords } from "../answer-in-words.ts";
import { byFamily } from "../by-family.ts";
import type { CallNames } from "../call-names.ts";
import { letterMatrix } from "./letter-matrix.ts";

/** The matrix of one version: a heading, a table and the unfolded letters for each family. */
export function familySections(matrix: MeasuredMatrix, names: CallNames): readonly string[] {
  const families = byFamily(matrix.calls);
  return [
    `## The matrix of Keycloak ${matrix.version}`,
    "",
    families.map(({ family }) => linkTo(names.ofFamily(family))).join(" · "),
    "",
    ...families.flatMap(({ family, calls }) => [
      `### ${escapeCell(names.ofFamily(family))}`,
      "",
      markdownTable(
        ["Call", "Method and path", "Allowed by", "Partial results"],
        calls.map((call) => [
          escapeCell([names.ofCall(call), conditionOf(call) ?? ""].join(". ").replace(/\. $/, "")),
          codeCell(`${call.method} ${call.path}`),
          allowedInWords(call, matrix, codeCell),
          filteredInWords(call, matrix, codeCell),
        ]),
      ),
      "",
      ...letterMatrix(calls, matrix),
      "",
    ]),
  ];
}

/** GitHub makes a heading's anchor of its text in this way. */
const linkTo = (heading: string) =>
  `[${escapeCell(heading)}](#${heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, "")
    .replaceAll(" ", "-")})`;
