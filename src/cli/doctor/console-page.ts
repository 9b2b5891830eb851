import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from "parse5";
import { entryScriptName } from "../../console/document/entry-script.ts";
import { type Environment, parseEnvironment } from "../../console/document/environment.ts";
import { patternFlyOf } from "../../console/document/patternfly.ts";
import { sharedModules } from "../../console/document/shared-modules.ts";

/** What the page of a console says, as the server sends it. */
export interface ConsolePage {
  /** Undefined if the page doesn't say where Keycloak is, or in a form that isn't known. */
  readonly environment: Environment | undefined;
  /** The absolute addresses of its scripts, in the order of the page. */
  readonly scripts: readonly string[];
  /** The address below which the server serves theme resources; undefined if the page uses none. */
  readonly resources: string | undefined;
  /** The admin themes whose resources the page uses, such as `keycloak.v2`. */
  readonly themes: readonly string[];
  /** The file name of the console's own entry script. */
  readonly entryScript: string | undefined;
  /** The modules that our scripts need and that the page doesn't map. */
  readonly missingModules: readonly string[];
  /** The major version of PatternFly; undefined if the page doesn't say. */
  readonly patternFly: number | undefined;
}

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** The elements of a page, in its order. A page can be nested too deep for recursion. */
function elementsOf(html: string): readonly Element[] {
  const found: Element[] = [];
  const waiting: Node[] = [parse(html)];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (defaultTreeAdapter.isElementNode(node)) found.push(node);
    if ("childNodes" in node) waiting.push(...[...node.childNodes].reverse());
  }
  return found;
}

const attribute = (element: Element, name: string) =>
  element.attrs.find((it) => it.name === name)?.value;

const textOf = (element: Element | undefined) =>
  (element?.childNodes ?? [])
    .filter(defaultTreeAdapter.isTextNode)
    .map(({ value }) => value)
    .join("");

/** An address of the page in full; undefined if it is none. */
function resolve(address: string, base: string): string | undefined {
  return URL.canParse(address, base) ? new URL(address, base).href : undefined;
}

/** The part of the import map that our scripts need and the page lacks. */
function missingIn(importMap: string): readonly string[] {
  try {
    const { imports }: { imports?: object } = JSON.parse(importMap);
    const mapped = new Set(Object.keys(imports ?? {}));
    return sharedModules.filter((name) => !mapped.has(name));
  } catch {
    return sharedModules;
  }
}

const resourceAddress = /^(.*\/resources\/[^/]+)\/admin\/([^/]+)\//;

/**
 * Reads the page of a console as the server sends it, before its scripts run.
 *
 * @param html the page; it can be anything
 * @param address where it was read from
 */
export function readConsolePage(html: string, address: string): ConsolePage {
  const elements = elementsOf(html);
  const baseElement = elements.find(({ tagName }) => tagName === "base");
  const base = resolve((baseElement && attribute(baseElement, "href")) ?? "", address) ?? address;
  const scriptElements = elements.filter(({ tagName }) => tagName === "script");
  const scripts = scriptElements.flatMap((it) => {
    const src = attribute(it, "src");
    return src === undefined ? [] : (resolve(src, base) ?? []);
  });
  const environment = scriptElements.find((it) => attribute(it, "id") === "environment");
  const importMap = scriptElements.find((it) => attribute(it, "type") === "importmap");
  const resources = scripts.flatMap((src) => {
    const [, root, theme] = resourceAddress.exec(src) ?? [];
    return root === undefined || theme === undefined ? [] : [{ root, theme }];
  });
  return {
    environment: parseEnvironment(textOf(environment)),
    scripts,
    resources: resources[0]?.root,
    themes: [...new Set(resources.map(({ theme }) => theme))],
    entryScript: entryScriptName(scripts.map((src) => ({ src }))),
    missingModules: missingIn(textOf(importMap)),
    patternFly: patternFlyOf(html),
  };
}
