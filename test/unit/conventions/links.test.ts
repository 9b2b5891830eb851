import { existsSync, readdirSync } from "node:fs";
import { posix } from "node:path";
import GithubSlugger from "github-slugger";
import { expect, test } from "vitest";
import { readText, sourceFiles } from "./source-files.ts";

const pages = [
  ...readdirSync("."),
  ...readdirSync("docs", { recursive: true, encoding: "utf8" }).map((path) => `docs/${path}`),
].filter((path) => path.endsWith(".md"));

/** A page without code, in which links are only shown. */
const withoutCode = (text: string) =>
  text.replaceAll(/^ *```.*?^ *```$/gms, "").replaceAll(/`[^`\n]*`/g, "");

/** Where links and pictures lead to, in Markdown and in HTML. */
function targetsIn(text: string): readonly string[] {
  const found = withoutCode(text).matchAll(
    /\]\(<?([^()\s>]+)>?\)|\b(?:src|srcset|href)="([^"]+)"/g,
  );
  return [...found].map(([, markdown, html]) => markdown ?? html ?? "");
}

/** The anchors of a page's headings, as GitHub makes them. */
function anchorsIn(text: string): ReadonlySet<string> {
  const slugger = new GithubSlugger();
  const headings = text.replaceAll(/^ *```.*?^ *```$/gms, "").matchAll(/^#{1,6} (.+)$/gm);
  // Of a link only its text is part of the anchor.
  const texts = [...headings].map(([, heading = ""]) =>
    heading.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1"),
  );
  return new Set(texts.map((heading) => slugger.slug(heading)));
}

function isBroken(page: string, target: string): boolean {
  const [path = "", anchor] = target.split("#");
  const file = path === "" ? page : posix.join(posix.dirname(page), decodeURI(path));
  // Pages of GitHub beside the files, such as its releases.
  if (file.startsWith("../")) return false;
  if (!existsSync(file)) return true;
  return anchor !== undefined && file.endsWith(".md") && !anchorsIn(readText(file)).has(anchor);
}

const brokenIn = (page: string, text: string) =>
  targetsIn(text).filter((target) => !/^(https?|mailto):/.test(target) && isBroken(page, target));

test.each(pages)("the links of %s lead to files and headings of this project", (page) => {
  expect(brokenIn(page, readText(page))).toEqual([]);
});

const folders = ["src", "lab", "tools", "test", "messages", "docs", "theme", ".github"];
const scripts = new Set(
  ["src", "lab", "tools", "test"].flatMap(sourceFiles).map(({ path }) => posix.basename(path)),
);

/** Files and folders that a text names in code, such as `src/main.ts`, or a script by its name alone. */
function missingPathsIn(text: string): readonly string[] {
  const named = [...text.matchAll(/`([\w./-]+)`/g)].map(([, code = ""]) => code);
  return named.filter((code) => {
    if (folders.some((folder) => code.startsWith(`${folder}/`))) return !existsSync(code);
    return /^[\w.-]+\.tsx?$/.test(code) && !scripts.has(code) && !existsSync(code);
  });
}

// A changelog tells of files as they were.
test.each(pages.filter((page) => page !== "CHANGELOG.md"))(
  "the files and folders that %s names are there",
  (page) => {
    expect(missingPathsIn(readText(page))).toEqual([]);
  },
);

test("a file that is named and not there is found", () => {
  const text =
    "`src/main.ts`, `src/access/`, `risk.ts`, `src/no.ts`, `src/no/`, `no.ts`, `src/<name>.ts`";
  expect(missingPathsIn(text)).toEqual(["src/no.ts", "src/no/", "no.ts"]);
});

test("links to what is not there are found, and examples in code are none", () => {
  const links = [
    "[a](testing.md) [b](testing.md#the-commands) [c](#the-commands) [d](../../../releases)",
    "[e](https://keycloak.example/#no) ![f](no.png) [g](no.md) [h](testing.md#no) [i](#no)",
    '<img src="no-image.png" alt="">',
    "`[j](code.md)`\n\n```md\n[k](code.md)\n```",
  ];
  expect(brokenIn("docs/testing.md", links.join("\n"))).toEqual([
    ...["no.png", "no.md", "testing.md#no", "#no", "no-image.png"],
  ]);
});
