import type { Plugin } from "vitest/config";
import { readTexts } from "../build/read-texts.ts";

/** Lets tests import the texts of `messages/`, as the scripts of a build do. */
export const propertiesForVitest: Plugin = {
  name: "properties-as-json",
  enforce: "pre",
  async load(id) {
    const [path = "", part] = id.split("?");
    if (!path.endsWith(".properties")) return undefined;
    return `export default ${await readTexts(path, part === undefined ? "" : `?${part}`)}`;
  },
};
