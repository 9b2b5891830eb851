import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { CallExpression, Node } from "typescript/unstable/ast";
import { isCallExpression } from "typescript/unstable/ast/is";
import { API, type Type } from "typescript/unstable/sync";

const root = fileURLToPath(new URL("../../../", import.meta.url));

function callsIn(node: Node): readonly CallExpression[] {
  const calls: CallExpression[] = isCallExpression(node) ? [node] : [];
  node.forEachChild((child) => {
    calls.push(...callsIn(child));
  });
  return calls;
}

function valuesOf(type: Type | undefined): readonly string[] {
  if (type?.isUnionType()) return type.getTypes()?.flatMap(valuesOf) ?? [];
  if (type?.isStringLiteralType()) return [type.value];
  throw new Error("A key is of a type that holds more than texts.");
}

/**
 * The keys of texts that each file below `src/` asks for, by its path, as the compiler sees them: all that a
 * key may be that is made of data.
 */
export function usedKeys(): ReadonlyMap<string, ReadonlySet<string>> {
  const api = new API({ cwd: root });
  try {
    const [project] = api.updateSnapshot({ openProjects: [`${root}tsconfig.json`] }).getProjects();
    if (project === undefined) throw new Error("The project could not be read.");
    const { program, checker } = project;
    const typesOf = (nodes: readonly Node[]) =>
      nodes.length === 0 ? [] : checker.getTypeAtLocation(nodes);
    return new Map(
      program
        .getSourceFileNames()
        .filter((name) => name.startsWith(`${root}src/`) && !name.endsWith(".d.ts"))
        .map((name) => {
          const file = program.getSourceFile(name);
          const calls = file === undefined ? [] : callsIn(file);
          const called = typesOf(calls.map(({ expression }) => expression));
          const keys = calls.flatMap(({ arguments: [key] }, index) =>
            key !== undefined && called[index]?.getAliasSymbol()?.name === "Translate" ? [key] : [],
          );
          return [relative(root, name), new Set(typesOf(keys).flatMap(valuesOf))];
        }),
    );
  } finally {
    api.close();
  }
}
