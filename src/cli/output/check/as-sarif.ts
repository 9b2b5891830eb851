import { createHash } from "node:crypto";
import { isAbsolute, normalize } from "node:path";
import { pathToFileURL } from "node:url";
import { version } from "../../../../package.json";
import { escapeInvisible } from "../../../formats/escape-invisible.ts";
import { printableJson } from "../../../formats/printable-json.ts";
import type { Place } from "../../places/place.ts";
import { standardInput } from "../../source/parse-contents.ts";
import {
  type CheckResult,
  type Finding,
  findingText,
  ruleTexts,
  type Verdict,
} from "../finding.ts";

const levels = {
  accepted: "note",
  told: "warning",
  known: "note",
  ended: "error",
  notAllowed: "error",
  cannotTell: "error",
} as const satisfies Record<Verdict, string>;

const ruleIds = Object.keys(ruleTexts);

/** The address of a file: relative to where the command ran, unless the path is absolute. */
function addressOf(file: string): string {
  if (isAbsolute(file)) return pathToFileURL(file).href;
  const path = normalize(file).replaceAll("\\", "/");
  return path.split("/").map(encodeURIComponent).join("/");
}

const locationOf = ({ file, line, part }: Place) => ({
  physicalLocation: {
    artifactLocation: { uri: addressOf(file) },
    region: { startLine: line },
  },
  ...(part !== undefined && {
    logicalLocations: [{ fullyQualifiedName: escapeInvisible(part), kind: "resource" }],
  }),
});

/** Identifies a finding even if it moves in its file, so that it doesn't count as new. */
function fingerprintOf(finding: Finding): string {
  const named = JSON.stringify([finding.ruleId, findingText(finding)]);
  return createHash("sha256").update(named).digest("hex");
}

function resultOf(finding: Finding) {
  const { ruleId, verdict, place } = finding;
  const isInFile = place !== undefined && place.file !== standardInput;
  return {
    ruleId,
    ruleIndex: ruleIds.indexOf(ruleId),
    level: levels[verdict],
    message: { text: escapeInvisible(findingText(finding)) },
    locations: isInFile ? [locationOf(place)] : [],
    partialFingerprints: { "finding/v1": fingerprintOf(finding) },
    ...(verdict === "known" && { baselineState: "unchanged" }),
    ...(verdict === "accepted" && {
      suppressions: [{ kind: "external", status: "accepted" }],
    }),
  };
}

/**
 * The findings of a check in the format of static analysis tools, for code scanning.
 *
 * @see [SARIF 2.1.0](https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html)
 */
export function checkAsSarif({ findings }: CheckResult): string {
  return printableJson({
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "presets check",
            semanticVersion: version,
            rules: Object.entries(ruleTexts).map(([id, text]) => ({
              id,
              shortDescription: { text },
            })),
          },
        },
        columnKind: "utf16CodeUnits",
        results: findings.map(resultOf),
      },
    ],
  });
}
