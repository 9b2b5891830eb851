import { parse } from "dot-properties";
import { expect, test } from "vitest";
import { textParts } from "../../../tools/build/text-parts.ts";
import { importsOf } from "./imports-of.ts";
import { readText, sourceFiles } from "./source-files.ts";
import { usedKeys } from "./used-keys.ts";

const texts = new Map(Object.entries(parse(readText("messages/messages_en.properties"))));
const keys = [...texts.keys()].map((key) => key.replace(/_(one|other)$/, ""));
const used = usedKeys();
const files = sourceFiles("src");
const imports = new Map(files.map((file) => [file.path, importsOf(file)]));

test("every text is used", () => {
  const asked = new Set([...used.values()].flatMap((found) => [...found]));
  // The page knows its few texts without a function that turns keys into texts.
  const isOnPage = (key: string) => readText("src/main.ts").includes(`"${key}"`);
  expect(keys.filter((key) => !asked.has(key) && !isOnPage(key))).toEqual([]);
  expect(asked.size).toBeGreaterThan(500);
});

/** The files that run once one is loaded. */
function loadedWith(path: string, known: Set<string> = new Set()): ReadonlySet<string> {
  if (known.has(path)) return known;
  known.add(path);
  for (const { path: target, kind } of imports.get(path) ?? []) {
    if (kind === "value" && target !== undefined) loadedWith(target, known);
  }
  return known;
}

/** Texts that are shown before they are loaded, by the file that asks for them and the keys. */
function textsTooEarly(path: string, loaded: ReadonlySet<string>): readonly string[] {
  const running = [...loadedWith(path)];
  const partsIn = (file: string) =>
    (imports.get(file) ?? []).flatMap(({ from }) => from.split("messages_en.properties")[1] ?? []);
  const parts = new Set([...loaded, ...running.flatMap(partsIn)]);
  const isLoaded = (key: string) => [...parts].some((part) => textParts.get(part)?.(key));
  const early = running.flatMap((file) =>
    [...(used.get(file) ?? [])].filter((key) => !isLoaded(key)).map((key) => `${file}: ${key}`),
  );
  const later = running
    .flatMap((file) => imports.get(file) ?? [])
    .flatMap(({ path: target, kind }) => (kind === "lazy" && target !== undefined ? [target] : []));
  // Whatever is loaded later comes with these: see src/panel/parts/lazily.ts.
  const then = new Set([...parts, "?asked"]);
  return [...early, ...later.flatMap((target) => textsTooEarly(target, then))];
}

/** What is asked for before it is there to be shown later alone, or goes without. */
const notShownEarly = [
  { pattern: /preset-texts\.ts: presets\..*\.words$/, because: "a search goes without them" },
  { pattern: /describe-problem\.ts: /, because: "what sends the request comes with its name" },
  { pattern: /use-search\.ts: answer\./, because: "an answer comes with what was measured" },
  { pattern: /name-grant\.ts: blocked\./, because: "plans alone tell it" },
];

test.each(["presets/mount-panel.tsx", "service-accounts/mount-service-accounts.tsx"])(
  "what %s shows has its texts loaded with it or before",
  (file) => {
    const early = new Set(textsTooEarly(`src/panel/${file}`, new Set()));
    const isFine = (it: string) => notShownEarly.some(({ pattern }) => pattern.test(it));
    expect([...early].filter((it) => !isFine(it))).toEqual([]);
  },
);

test.each(notShownEarly)("$pattern is asked for early, and $because", ({ pattern }) => {
  const early = textsTooEarly("src/panel/presets/mount-panel.tsx", new Set());
  expect(early.some((it) => pattern.test(it))).toBe(true);
});

test("only one place asks for the texts of presets, since a preset may bring its own", () => {
  const code = ["src", "lab", "tools"].flatMap(sourceFiles);
  const asking = code.filter(({ text }) =>
    /["'`]presets\.(?!md["'`])(\$\{|[a-z-]+(\.\w+)?["'`])/.test(text),
  );
  expect(asking.map(({ path }) => path)).toEqual(["src/texts/preset-texts.ts"]);
  const said = [...used].filter(([, found]) =>
    [...found].some((key) => key.startsWith("presets.")),
  );
  expect(said.map(([path]) => path)).toEqual(["src/texts/preset-texts.ts"]);
});

test("a problem says what to do", () => {
  const problems = [...(used.get("src/panel/context/describe-problem.ts") ?? [])].filter(
    (key) => key.startsWith("problem.") && key !== "problem.title",
  );
  for (const key of problems) {
    expect(texts.get(key)).toMatch(/again|need|Refresh|Check|Wait|Reload|Open/);
  }
  expect(problems.length).toBeGreaterThan(10);
  expect([...texts.values()].join("\n")).not.toMatch(/went wrong/i);
});
