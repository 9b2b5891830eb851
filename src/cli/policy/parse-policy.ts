import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { rolesOfDocument } from "../../access/custom/realm-presets.ts";
import type { Policy } from "../../access/policy/policy.ts";
import { CliError } from "../cli-error.ts";
import { type Place, placeText } from "../places/place.ts";
import { reasonOf } from "../reason-of.ts";
import { type PolicyContent, policySchema } from "./policy-schema.ts";

/** A policy with the places of its rules in the file. */
export interface PolicyFile {
  readonly policy: Policy;
  readonly unknownFields: NonNullable<PolicyContent["allowUnknownFields"]>;
  /** The file and line of a rule, such as `presets.policy.yaml:12`. */
  readonly placeOf: (rule: object) => Place;
}

type Path = readonly PropertyKey[];

/** The offset of a path in the text, or of its nearest parent. */
function offsetOf(tree: Document, path: Path): number {
  const node = path.length === 0 ? tree.contents : tree.getIn(path, true);
  if (isNode(node) && node.range) return node.range[0];
  return path.length === 0 ? 0 : offsetOf(tree, path.slice(0, -1));
}

/** The offset of a key of a map. */
function offsetOfKey(tree: Document, path: Path, key: string): number {
  const map = path.length === 0 ? tree.contents : tree.getIn(path, true);
  const keys = isMap(map) ? map.items.map((pair) => pair.key) : [];
  const found = keys.find((it) => isScalar(it) && String(it.value) === key);
  return isScalar(found) && found.range ? found.range[0] : offsetOf(tree, path);
}

const pathAsText = (path: Path) =>
  path.map((it) => (typeof it === "number" ? `[${it}]` : `.${String(it)}`)).join("");

/** The problems of the content, each with its place. */
function problemsOf(tree: Document, issues: readonly z.core.$ZodIssue[]) {
  return issues.flatMap((issue): readonly { offset: number; text: string }[] => {
    const { path } = issue;
    const about = pathAsText(path).replace(/^\./, "");
    const prefix = about === "" ? "" : `${about}: `;
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => ({
        offset: offsetOfKey(tree, path, key),
        text: `${prefix}the field ${key} is not known`,
      }));
    }
    const isMissing = path.length > 0 && tree.getIn(path) === undefined;
    const text = isMissing ? "is missing" : issue.message;
    return [{ offset: offsetOf(tree, path), text: `${prefix}${text}` }];
  });
}

/**
 * Reads a policy file, YAML or JSON.
 *
 * @param file its name, for places in messages
 * @throws CliError with every problem and its line; a policy with a problem allows nothing
 */
export function parsePolicy(text: string, file: string): PolicyFile {
  const lines = new LineCounter();
  const tree = parseDocument(text, { lineCounter: lines });
  const place = (offset: number): Place => ({ file, line: lines.linePos(offset).line || 1 });
  const refuse = (problems: readonly { readonly offset: number; readonly text: string }[]) => {
    const sorted = [...problems].sort((a, b) => a.offset - b.offset);
    throw new CliError(
      `The policy ${file} can't be used:`,
      ...sorted.map((problem) => `${placeText(place(problem.offset))}: ${problem.text}`),
    );
  };
  const broken = [...tree.errors, ...tree.warnings].map(({ pos, message }) => ({
    offset: pos[0],
    text: message.split("\n")[0]?.replace(/ at line \d+, column \d+:?$/, "") ?? message,
  }));
  if (broken.length > 0) refuse(broken);
  const content = contentOf(tree, (reason) => refuse([{ offset: 0, text: reason }]));
  const parsed = policySchema.safeParse(content);
  if (!parsed.success) return refuse(problemsOf(tree, parsed.error.issues));
  const { allow, forbid, organizations, customPresets, allowUnknownFields = [] } = parsed.data;
  const offsets = new Map<object, number>([
    ...placed(["allow"], allow),
    ...placed(["forbid"], forbid ?? []),
    ...placed(["allowUnknownFields"], allowUnknownFields),
  ]);
  return {
    policy: {
      ...{ organizations, allow, forbid },
      customPresets: customPresets?.map(({ id, roles }) => ({
        id: `custom:${id}`,
        // Whether roles of a realm are admin roles depends on the realm: in `master` some are.
        roles: rolesOfDocument(roles, { adminClientId: "realm-management", isInMaster: true }),
      })),
    },
    unknownFields: allowUnknownFields,
    placeOf: (rule) => place(offsets.get(rule) ?? 0),
  };

  function placed(path: Path, rules: readonly object[]) {
    return rules.map((rule, at): [object, number] => [rule, offsetOf(tree, [...path, at])]);
  }
}

function contentOf(tree: Document, refuse: (reason: string) => unknown): unknown {
  try {
    return tree.toJS();
  } catch (thrown) {
    // Endless aliases.
    return refuse(reasonOf(thrown));
  }
}
