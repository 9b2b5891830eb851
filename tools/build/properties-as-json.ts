import { readFile } from "node:fs/promises";
import { parse } from "dot-properties";
import type { Plugin } from "esbuild";
import { textParts } from "./text-parts.ts";

/**
 * Texts are written in Keycloak's own file format and reach the scripts as an object; a name behind the
 * file's, such as `?page`, chooses a part of them.
 */
export const propertiesAsJson: Plugin = {
  name: "properties-as-json",
  setup({ onLoad }) {
    onLoad({ filter: /\.properties$/ }, async ({ path, suffix }) => {
      const texts = Object.entries(parse(await readFile(path, "utf8")));
      const isWanted = textParts.get(suffix) ?? (() => true);
      const wanted = texts.filter(([key]) => isWanted(key));
      return { contents: JSON.stringify(Object.fromEntries(wanted)), loader: "json" };
    });
  },
};
