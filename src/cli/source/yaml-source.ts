import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  type LineCounter,
  type Node,
  type Pair,
  type YAMLMap,
} from "yaml";
import type { Path, Source } from "./source.ts";

const nodeOf = (value: unknown): Node | undefined => (isNode(value) ? value : undefined);

const keyOf = ({ key }: Pair) => (isScalar(key) ? key.value : undefined);

/** The parser reads the key of a merge as a symbol: `"<<"` in quotes is a name. */
const isMerge = (pair: Pair) => typeof keyOf(pair) === "symbol";

const isNamed = (pair: Pair, name: string) => !isMerge(pair) && String(keyOf(pair)) === name;

/** Where a node begins in its text. */
const startOf = (value: unknown, otherwise: number) => nodeOf(value)?.range?.[0] ?? otherwise;

/** What an alias stands for. */
function resolved(node: Node | undefined, yaml: Document): Node | undefined {
  return isAlias(node) ? nodeOf(node.resolve(yaml)) : node;
}

/** A property of a map: its own, or else one of those that it merges in. */
function pairOf(map: YAMLMap, name: string, yaml: Document): Pair | undefined {
  const open = [map];
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    const pairs = next.items.filter((it) => isPair(it));
    const own = pairs.find((pair) => isNamed(pair, name));
    if (own !== undefined) return own;
    for (const { value } of pairs.filter(isMerge)) {
      const merged = resolved(nodeOf(value), yaml);
      for (const item of isSeq(merged) ? merged.items : [merged]) {
        const target = resolved(nodeOf(item), yaml);
        if (isMap(target)) open.push(target);
      }
    }
  }
  return undefined;
}

/** Follows a path as far as it leads. @returns the last part, and where it begins */
function follow(yaml: Document, path: Path): { node: Node | undefined; start: number } {
  let node = resolved(nodeOf(yaml.contents), yaml);
  let start = startOf(node, 0);
  for (const step of path) {
    if (isMap(node)) {
      const pair = pairOf(node, String(step), yaml);
      if (pair === undefined) break;
      start = startOf(pair.key, start);
      node = resolved(nodeOf(pair.value), yaml);
    } else if (isSeq(node)) {
      const item = nodeOf(node.items[Number(step)]);
      if (item === undefined) break;
      start = startOf(item, start);
      node = resolved(item, yaml);
    } else {
      break;
    }
  }
  return { node, start };
}

/** A document of a YAML file. */
export function yamlSource(yaml: Document, lines: LineCounter, file: string): Source {
  const lineAt = (offset: number) => Math.max(1, lines.linePos(offset).line);
  return {
    file,
    linesOf: (paths) => paths.map((path) => lineAt(follow(yaml, path).start)),
    lineInText: (path, line) => {
      const { node, start } = follow(yaml, path);
      // Each line of a literal block stands below its indicator as it is; other styles fold lines.
      const isLiteral = isScalar(node) && node.type === "BLOCK_LITERAL";
      return isLiteral ? lineAt(startOf(node, start)) + line : lineAt(start);
    },
  };
}
