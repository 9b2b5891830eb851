import { expect, test } from "vitest";
import { type Import, importsOf } from "./imports-of.ts";
import { sourceFiles } from "./source-files.ts";

const files = sourceFiles("src");

/** The folders of src/ that each of them may import from, lazily or not. */
const allowed = new Map<string, readonly string[]>([
  ["catalog", []],
  ["access", ["catalog"]],
  ["keycloak", ["access", "catalog"]],
  ["session", []],
  ["console", ["console/document"]],
  ["formats", ["access", "catalog"]],
  ["texts", []],
  [
    "panel",
    [
      ...["access", "catalog", "console/history", "formats", "keycloak"],
      ...["messages", "texts", "package.json"],
    ],
  ],
  [
    "cli",
    [
      ...["access", "catalog", "console/document", "formats", "keycloak", "session"],
      ...["messages", "texts", "package.json"],
    ],
  ],
  ["languages", ["messages"]],
  ["main.ts", ["console", "console/document", "languages"]],
]);

/** What more may be imported lazily: it weighs nothing until it is asked for. */
const allowedLazily = new Map<string, readonly string[]>([["main.ts", ["panel", "session"]]]);

/** The packages that each folder of src/ may import; those not listed import none. */
const packages = new Map<string, readonly string[]>([
  ["keycloak", ["@keycloak/keycloak-admin-client", "p-limit"]],
  ["session", ["oauth4webapi"]],
  ["formats", ["yaml"]],
  [
    "panel",
    [
      ...["@patternfly/react-core", "@patternfly/react-icons"],
      ...["react", "react-dom", "p-limit"],
    ],
  ],
  [
    "cli",
    [
      ...["node:crypto", "node:fs", "node:path", "node:stream", "node:url", "node:zlib"],
      ...["@commander-js/extra-typings", "jsonc-parser", "parse5", "yaml", "zod"],
    ],
  ],
]);

/**
 * The subfolders of each folder of src/ in their order: each may import those before it. Types count too:
 * a folder knows nothing of those behind it.
 */
const layers = new Map<string, readonly string[]>([
  ["console", ["document", "history", ""]],
  ["catalog", ["server", "calls", "roles", "measured", "presets"]],
  [
    "access",
    [
      ...[
        "ownership",
        "model",
        "custom",
        "ends",
        "rights",
        "policy",
        "presets",
        "plan",
        "pasted",
        "question",
        "use",
      ],
      ...["readiness", "origin", "survey", "check", "record"],
    ],
  ],
  ["keycloak", ["api", "events", "client", "change", "custom", "ends", "survey", "new-client"]],
  [
    "panel",
    [
      ...[
        "parts/patternfly",
        "context",
        "parts",
        "parts/leaving",
        "parts/pasted",
        "policy",
        "client",
        "permissions",
        "custom/picker",
        "custom",
        "ends",
        "plan",
        "change",
      ],
      ...["account", "question", "check"],
      ...[
        "handover",
        "roles",
        "ownership",
        "use",
        "power",
        "survey",
        "presets",
        "bulk",
        ...["new-client/job", "new-client/making", "new-client/done", "new-client"],
        "account-cells",
        "access-map",
        "service-accounts",
      ],
    ],
  ],
]);

const topFolderOf = (path: string) => path.split("/")[1] ?? "";

/** The subfolder that a file is in, such as `parts/patternfly`. */
const folderOf = (path: string) => path.split("/").slice(2, -1).join("/");

/**
 * What the server sends as the page, read as text. It is the part of console/ that needs no page, so that
 * the command line can judge a server by the same functions.
 */
const pageAsSent = "src/console/document/";

/** The browser's history, which a panel may ask to keep a person on the page: it needs no part of the page. */
const pageHistory = "src/console/history/";

function folderOfImport(path: string): string {
  if (path === "package.json") return path;
  if (path.startsWith(pageAsSent)) return "console/document";
  if (path.startsWith(pageHistory)) return "console/history";
  return path.startsWith("messages/") ? "messages" : topFolderOf(path);
}

const packageOf = (from: string) =>
  from
    .split("/")
    .slice(0, from.startsWith("@") ? 2 : 1)
    .join("/");

function isAllowed(topFolder: string, { path, from, kind }: Import): boolean {
  // A type is gone when the script is built.
  if (kind === "type") return true;
  if (path === undefined) return packages.get(topFolder)?.includes(packageOf(from)) ?? false;
  const target = folderOfImport(path);
  const also = kind === "lazy" ? allowedLazily.get(topFolder) : undefined;
  return (
    target === topFolder || [...(allowed.get(topFolder) ?? []), ...(also ?? [])].includes(target)
  );
}

test("each folder of src/ has its rules", () => {
  expect([...new Set(files.map(({ path }) => topFolderOf(path)))].sort()).toEqual(
    [...allowed.keys()].sort(),
  );
});

test.each(files)("$path imports only what its folder may", (file) => {
  const topFolder = topFolderOf(file.path);
  expect(importsOf(file).filter((it) => !isAllowed(topFolder, it))).toEqual([]);
});

test.each([...layers])(
  "each folder of %s/ has its place, and imports none behind it",
  (topFolder, order) => {
    const ofTopFolder = files.filter(({ path }) => topFolderOf(path) === topFolder);
    const folders = new Set(ofTopFolder.map(({ path }) => folderOf(path)));
    expect([...folders].sort()).toEqual([...order].sort());
    const wrong = ofTopFolder.flatMap((file) =>
      importsOf(file).flatMap(({ path = "", kind }) => {
        const isBehind =
          topFolderOf(path) === topFolder &&
          order.indexOf(folderOf(path)) > order.indexOf(folderOf(file.path));
        // What is loaded later may be behind: a row opens a dialog.
        return isBehind && kind !== "lazy" ? [`${file.path} imports ${path}`] : [];
      }),
    );
    expect(wrong).toEqual([]);
  },
);

test.each(["src", "lab"])("no folder of %s/ has more than 25 files", (folder) => {
  const counts = new Map<string, number>();
  for (const { path } of sourceFiles(folder)) {
    const parent = path.split("/").slice(0, -1).join("/");
    counts.set(parent, (counts.get(parent) ?? 0) + 1);
  }
  expect([...counts].filter(([, count]) => count > 25)).toEqual([]);
});

test("PatternFly is imported only through panel/parts", () => {
  const importing = files
    .filter(({ text }) => text.includes('"@patternfly/'))
    .map(({ path }) => path)
    .filter((path) => !path.startsWith("src/panel/parts/patternfly/"));
  expect(importing).toEqual([]);
  const naming = files
    .filter(({ text }) => /pf-v\d/.test(text))
    .map(({ path }) => path)
    .filter((path) => !/^src\/(panel\/parts|console)\//.test(path));
  expect(naming).toEqual([]);
});

test("what is imported lazily is named, so that it can be looked at", () => {
  // Comments speak of `import()`.
  const unnamed = files.filter(({ text }) => /\bimport\((?!\s*"|\))/.test(text));
  expect(unnamed.map(({ path }) => path)).toEqual([]);
});

test.each([
  ["another folder", "value", 'import { a } from "../panel/a.ts";', false],
  ["another folder, on many lines", "value", 'import {\n  a,\n} from "../panel/a.ts";', false],
  ["what another folder exports", "value", 'export * from "../panel/a.ts";', false],
  ["what another folder does", "value", 'import "../panel/a.ts";', false],
  ["a package", "value", 'import { a } from "react";', false],
  ["another folder, later", "lazy", 'const a = () => import("../panel/a.ts");', false],
  ["a package, later", "lazy", 'const { a } = await import(\n  "react"\n);', false],
  ["a type", "type", 'import type { A } from "../panel/a.ts";', true],
  ["a folder that may be", "value", 'import { a } from "../catalog/a.ts";', true],
])("an import of %s in access/ is found and judged", (_, kind, text, isFine) => {
  const imports = importsOf({ path: "src/access/some.ts", text });
  expect(imports.map((it) => [it.kind, isAllowed("access", it)])).toEqual([[kind, isFine]]);
});

test("PatternFly's components are imported one by one", () => {
  const whole = files.filter(({ text }) =>
    /from "@patternfly\/react-(core|icons|table)"/.test(text),
  );
  expect(whole).toEqual([]);
});

test("only console/, the entry script, the sign-in's frame and signing in again touch the page", () => {
  const touching = files
    .filter(({ text }) =>
      /\b(document|window|location)\.[a-z]/.test(text.replace(/\.location\./g, "")),
    )
    .map(({ path }) => path)
    .filter((path) => !path.startsWith("src/console/") || path.startsWith(pageAsSent));
  expect(touching.sort()).toEqual([
    "src/main.ts",
    "src/session/ask-authorization-endpoint.ts",
    "src/session/sign-in-again.ts",
  ]);
});

/**
 * The one file that may parse HTML: the login answers with a form. It reads the fields of a document that
 * runs no script, loads nothing and is never shown; nothing of it comes to the page.
 */
const formPost = "src/session/read-form-post.ts";

/** What the one entry of the history is added with: the state that the console has there already. */
const sameState = "pushState(history.state,";

/** The text of a file without what only that file may do. */
const withoutExceptions = ({ path, text }: (typeof files)[number]) => {
  if (path === formPost) return text.replaceAll(/DOMParser/gi, "");
  return path.startsWith(pageHistory) ? text.replaceAll(sameState, "") : text;
};

test.each([
  [
    "makes HTML of data",
    /innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|set(Unsafe)?HTML|parseHTML|srcdoc|createContextualFragment|DOMParser|document\.write/i,
  ],
  ["makes code of data", /\beval\(|\bFunction\(|javascript:|set(Timeout|Interval)\(\s*["'`]/],
  [
    "stores anything",
    /localStorage|sessionStorage|indexedDB|\bcaches\b|document\.cookie|cookieStore|navigator\.storage|serviceWorker|window\.name\b|(push|replace)State\(/,
  ],
  ["calls the experimental clients API", /\.v2\(/],
  [
    "compares or writes in the browser's language, which is not the console's",
    /\.toLocale\w*\(\)|\.localeCompare\([^,()]*\)|\bIntl\.\w+\((undefined|\))/,
  ],
])("nothing in src/ %s", (_, pattern) => {
  const found = files.filter((file) => pattern.test(withoutExceptions(file)));
  expect(found.map(({ path }) => path)).toEqual([]);
});

/** Each use of the browser's console, also of a function that is taken out of it. */
const consoleUse = /(?<![-/\w])console(\s*\?)?\s*(\.\s*\w+|\[)|[=(,]\s*console\b(?!\s*[?.[/])/g;

test("the one line for the browser's console is the one that says why the extension stays away", () => {
  // One format writes a program that prints something itself.
  const running = files.filter(({ path }) => path !== "src/formats/code/as-typescript.ts");
  const lines = running.flatMap(({ path, text }) =>
    (text.match(consoleUse) ?? []).map((use) => `${path}: ${use}`),
  );
  expect(lines).toEqual(["src/main.ts: console.info"]);
});

test.each([
  'console.log("a")',
  'console?.warn("a")',
  'console["log"]("a")',
  "const { log } = console;",
])("%s would be found as a line for the console", (text) => {
  expect(text.match(consoleUse)).toHaveLength(1);
});

test.each(files)(
  "$path is small, named after what it holds, and no drawer for all",
  ({ path, text }) => {
    expect(text.split("\n").length).toBeLessThan(250);
    expect(path).not.toMatch(/\/(index|utils?|helpers?|common)\.tsx?$/);
  },
);

test.each(files)("each exported function of $path says what it does", ({ text }) => {
  const undocumented = [...text.matchAll(/(.*)\nexport (?:async )?function (\w+)/g)]
    .filter(([, before = ""]) => !before.trim().endsWith("*/"))
    .map(([, , name]) => name);
  expect(undocumented).toEqual([]);
});
