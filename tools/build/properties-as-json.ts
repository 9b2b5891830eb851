import type { Plugin } from "esbuild";
import { readTexts } from "./read-texts.ts";
import { untranslatedList } from "./untranslated.ts";

/** Lets scripts import texts as an object, or a part of them: see `readTexts`. */
export const propertiesAsJson: Plugin = {
  name: "properties-as-json",
  setup({ onLoad }) {
    onLoad({ filter: /\.properties$/ }, async ({ path, suffix }) => ({
      contents: await readTexts(path, suffix),
      loader: "json",
      watchFiles: [path, untranslatedList(path)],
    }));
  },
};
