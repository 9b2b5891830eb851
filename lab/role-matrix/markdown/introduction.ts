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
    "([listed with the reason](#calls-that-were-not-made)). All results are measured: a service account with one",
    "role made the call on a real server, and its answer was compared with the answer to a full administrator",
    "of the server.",
    "",
    "To search and filter it, or to see what several roles allow together, open",
    "[role-matrix.html](role-matrix.html) in a browser.",
    "",
    "## How to read it",
    "",
    "- Paths are below `/admin/realms/{realm}`, unless they begin with `/admin` or `/realms`.",
    "- **Allowed by** lists the smallest roles. `a`, `b` means that each role alone is enough. `a` + `b` means that both",
    "  are needed. (`a` or `b`) + `c` means that one of the first two is needed together with the last.",
    `  ${codeCell(fullAdministrator)} includes all roles and is omitted. *none* means that only a server administrator, in the`,
    "  realm `master`, may make the call.",
    "- **Partial results** lists roles that get a partial answer without an error: an empty or shorter list, or an",
    "  object with fewer fields than a full administrator sees.",
    "- Composite roles that get their answer only through a listed role are omitted too.",
    ...composites.map((composite) => `  ${composite}.`),
    "- Every other role is denied.",
    "- *not known* means that a full administrator's own call failed in the measurement's realm, so the results for",
    "  other roles are unknown.",
    "- A role counts only if it is also in the client's scope. Fine-grained admin permissions can allow more.",
    "",
    "Expand **Every role** below a table for the whole matrix, with a column for each role:",
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
