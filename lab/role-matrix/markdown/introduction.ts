import { fullAdministrator } from "../../../src/access/question/needs-of-calls.ts";
import { codeCell, markdownTable } from "../../markdown/table.ts";
import type { Measurement } from "../read-measurements.ts";
import { rolesTable } from "./letter-matrix.ts";

/** What was measured, when, and how to read the rest. */
export function introduction(
  measurements: readonly Measurement[],
  { matrix, notCalled }: Measurement,
): readonly string[] {
  const { version, measuredOn, calls, roles, includes } = matrix;
  const composites = [...includes]
    .filter(([role]) => role !== fullAdministrator)
    .map(([role, included]) => `${codeCell(role)} includes ${included.map(codeCell).join(", ")}`);
  return [
    "# Which admin role allows which call",
    "",
    `Each call of Keycloak's Admin REST API, made with each of the ${roles.length} admin roles of a realm. This page shows`,
    `Keycloak ${version}, measured on ${measuredOn}: ${calls.length} calls, and ${notCalled.length} that were not made`,
    "([listed with the reason](#calls-that-were-not-made)). Nothing here is from memory: a service account",
    "held one role, made the call on a real server, and the answer was compared with the one that a full",
    "administrator of the server gets.",
    "",
    "To search and filter it, or to ask what several roles allow together, open",
    "[role-matrix.html](role-matrix.html) in a browser.",
    "",
    "## How to read it",
    "",
    "- Paths are below `/admin/realms/{realm}`, unless they begin with `/admin` or `/realms`.",
    "- **Allowed by** names the smallest roles: each of those between commas is enough alone; `a` + `b` are",
    "  needed together; (`a` or `b`) + `c` is one of the first two together with the last.",
    `  ${codeCell(fullAdministrator)} holds all roles and is left out. *none* means that only an administrator of the whole`,
    "  server, of the realm `master`, may.",
    "- **Answers with less** names roles that get an answer without an error in which something is missing:",
    "  a list that is empty or shorter, or an object with fewer fields than a full administrator sees.",
    "- A composite role that only gets its answer through a role named there is left out, too.",
    ...composites.map((composite) => `  ${composite}.`),
    "- Every other role is denied.",
    "- *not known* means that a full administrator's own call failed in the measurement's realm, so that",
    "  nothing can be told of other roles.",
    "- A role counts only if it is in the client's scope too, and fine-grained admin permissions can open more.",
    "",
    "Below each family's table its whole matrix can be unfolded, a column for each role:",
    "",
    ...rolesTable(matrix),
    "",
    "## Versions",
    "",
    markdownTable(
      ["Keycloak", "Measured version", "Measured on", "Roles", "Calls", "Not made"],
      [...measurements]
        .reverse()
        .map((it) => [
          it.minor,
          it.matrix.version,
          it.matrix.measuredOn,
          String(it.matrix.roles.length),
          String(it.matrix.calls.length),
          String(it.notCalled.length),
        ]),
    ),
    "",
  ];
}
