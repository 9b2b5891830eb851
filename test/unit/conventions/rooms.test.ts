import { join } from "node:path";
import { expect, test } from "vitest";
import { sourceFiles } from "./source-files.ts";

const files = sourceFiles("src");

/** The rooms that each room may import from; main.ts loads panel and session lazily. */
const allowed = new Map<string, readonly string[]>([
  ["catalog", []],
  ["access", ["catalog"]],
  ["keycloak", ["access", "catalog"]],
  ["session", []],
  ["console", []],
  ["formats", ["access", "catalog"]],
  ["panel", ["access", "catalog", "formats", "keycloak", "messages"]],
  ["cli", ["access", "catalog", "formats", "keycloak", "session", "messages", "package.json"]],
  ["languages", ["messages"]],
  ["main.ts", ["console", "languages"]],
]);

const roomOf = (path: string) => path.split("/")[1] ?? "";

const importsOf = (text: string) =>
  [...text.matchAll(/^(?:import|export)\s(?!type\b)[^;]*?from\s+"([^"]+)"/gm)].map(
    ([, from = ""]) => from,
  );

test.each(files)("$path imports only what its room may", ({ path, text }) => {
  const room = roomOf(path);
  const rooms = importsOf(text)
    .filter((from) => from.startsWith("."))
    .map((from) => {
      const target = join(path, "..", from);
      if (target === "package.json") return target;
      return target.startsWith("messages") ? "messages" : roomOf(target);
    });
  const foreign = rooms.filter((it) => it !== room && !allowed.get(room)?.includes(it));
  expect(foreign).toEqual([]);
});

test.each([
  ["@patternfly/", "panel"],
  ["@keycloak/keycloak-admin-client", "keycloak"],
  ["oauth4webapi", "session"],
  ["react", "panel"],
])("%s is imported in %s/ alone", (library, room) => {
  const importing = files.filter(({ text }) =>
    importsOf(text).some((from) => from.startsWith(library)),
  );
  expect([...new Set(importing.map(({ path }) => roomOf(path)))]).toEqual([room]);
});

test("PatternFly's components are imported one by one", () => {
  const whole = files.filter(({ text }) => /from "@patternfly\/react-(core|icons)"/.test(text));
  expect(whole).toEqual([]);
});

test("only console/, the entry script and the sign-in's frame touch the page", () => {
  const touching = files
    .filter(({ text }) =>
      /\b(document|window|location)\.[a-z]/.test(text.replace(/\.location\./g, "")),
    )
    .map(({ path }) => path)
    .filter((path) => !path.startsWith("src/console/"));
  expect(touching.sort()).toEqual(["src/main.ts", "src/session/ask-authorization-endpoint.ts"]);
});

test.each([
  [
    "makes HTML of data",
    /innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write|\beval\(|new Function/,
  ],
  ["stores anything", /localStorage|sessionStorage|indexedDB|document\.cookie/],
  ["calls the experimental clients API", /\.v2\(/],
])("nothing in src/ %s", (_, pattern) => {
  expect(files.filter(({ text }) => pattern.test(text))).toEqual([]);
});

test("the one line for the browser's console is the one that says why the extension stays away", () => {
  // One format writes a program that prints something itself.
  const running = files.filter(({ path }) => path !== "src/formats/as-typescript.ts");
  const lines = running.flatMap(({ text }) => text.match(/console\.\w+\(/g) ?? []);
  expect(lines).toEqual(["console.info("]);
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
