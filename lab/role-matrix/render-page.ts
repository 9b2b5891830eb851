import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { CallNames } from "./call-names.ts";
import { packPageData } from "./pack-page-data.ts";
import type { Measurement } from "./read-measurements.ts";

const files = {
  template: fileURLToPath(new URL("./page.html", import.meta.url)),
  style: fileURLToPath(new URL("./page.css", import.meta.url)),
  script: fileURLToPath(new URL("./page.ts", import.meta.url)),
};

/**
 * The page as one file that asks no server for anything: style, script and data are parts of it, and
 * its own policy forbids everything else.
 *
 * @param measurements oldest first
 */
export async function renderPage(
  measurements: readonly Measurement[],
  names: CallNames,
): Promise<string> {
  const [template, style, script] = await Promise.all([
    readFile(files.template, "utf8"),
    bundle(files.style),
    bundle(files.script),
  ]);
  // Else a name with "</script>" in it would end the data.
  const data = JSON.stringify(packPageData(measurements, names)).replaceAll("<", "\\u003c");
  const policy = [
    "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:",
    `style-src ${hash(style)}; script-src ${hash(script)}`,
  ].join("; ");
  return [
    ['http-equiv="Content-Security-Policy" content="', policy],
    ["<style>", style],
    ['<script id="data" type="application/json">', data],
    ['<script type="module">', script],
  ].reduce((page, [place = "", text = ""]) => fill(page, place, text), template);
}

/** Puts text behind the one place of the template that reads so. */
function fill(page: string, place: string, text: string): string {
  const end = page.indexOf(place) + place.length;
  if (end < place.length) throw new Error(`page.html has no ${place}`);
  return `${page.slice(0, end)}${text}${page.slice(end)}`;
}

async function bundle(entryPoint: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entryPoint],
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
