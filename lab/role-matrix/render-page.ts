import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { PageData } from "./page/page-data.ts";

const template = new URL("./page/page.html", import.meta.url);
const style = new URL("./page/page.css", import.meta.url);
const script = new URL("./page/page.ts", import.meta.url);

/**
 * The page as one file that asks no server for anything: style, script and data are parts of it, and
 * its own policy forbids everything else.
 */
export async function renderPage(data: PageData): Promise<string> {
  const [page, css, js] = await Promise.all([
    readFile(template, "utf8"),
    bundle(style),
    bundle(script),
  ]);
  const policy = [
    "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:",
    `style-src ${hash(css)}; script-src ${hash(js)}`,
  ].join("; ");
  return [
    ['http-equiv="Content-Security-Policy" content="', policy],
    ["<style>", css],
    // Else a name with "</script>" in it would end the data.
    ['<script id="data" type="application/json">', JSON.stringify(data).replaceAll("<", "\\u003c")],
    ['<script type="module">', js],
  ].reduce((filled, [place = "", text = ""]) => fill(filled, place, text), page);
}

/** Puts text behind the one place of the template that reads so. */
function fill(page: string, place: string, text: string): string {
  const end = page.indexOf(place) + place.length;
  if (end < place.length) throw new Error(`page.html has no ${place}`);
  return `${page.slice(0, end)}${text}${page.slice(end)}`;
}

async function bundle(entryPoint: URL): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(entryPoint)],
    write: false,
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    charset: "utf8",
    legalComments: "none",
    logLevel: "error",
  });
  return (outputFiles[0]?.text ?? "").trim();
}

const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
