import type {
  MeasuredCall,
  MeasuredMatrix,
  Verdict,
} from "../../../src/catalog/measured/measured-matrix.ts";
import { codeCell, markdownTable } from "../../markdown/table.ts";
import { roleCodes } from "../role-codes.ts";

const letters: Readonly<Record<Verdict, string>> = {
  allowed: "a",
  filtered: "f",
  denied: ".",
  unknown: "?",
};

/** The key of {@link letterMatrix}: its letters and its columns. */
export function rolesTable({ roles }: MeasuredMatrix): readonly string[] {
  const codes = [...roleCodes(roles)].map(([role, code]) => [`\`${code}\``, codeCell(role)]);
  const perLine = 4;
  const rows = Array.from({ length: Math.ceil(codes.length / perLine) }, (_, row) =>
    Array.from(
      { length: perLine },
      (_, column) => codes[row * perLine + column] ?? ["", ""],
    ).flat(),
  );
  return [
    "`a` allowed, `f` partial results, `.` denied, `?` not known.",
    "",
    markdownTable(Array.from({ length: perLine }, () => ["Column", "Role"]).flat(), rows),
  ];
}

/** What each single role makes of each call, a letter for each, as a folded block of code. */
export function letterMatrix(
  calls: readonly MeasuredCall[],
  { roles }: MeasuredMatrix,
): readonly string[] {
  const codes = [...roleCodes(roles)];
  const width = Math.max(...codes.map(([, code]) => code.length));
  const line = (cells: readonly string[], call: string) =>
    `${cells.map((cell) => cell.padEnd(width)).join(" ")}  ${call}`;
  return [
    "<details>",
    "<summary>Every role</summary>",
    "",
    "```text",
    line(
      codes.map(([, code]) => code),
      "call",
    ),
    ...calls.map((call) =>
      line(
        roles.map((role) => letters[call.verdicts.get(role) ?? "unknown"]),
        `${call.method} ${call.path}`,
      ),
    ),
    "```",
    "",
    "</details>",
  ];
}
