import { defineConfig } from "vitest/config";
import { readTexts } from "./tools/build/read-texts.ts";
import { coverageFolder, coveredRooms } from "./tools/test/covered-rooms.ts";

export default defineConfig({
  plugins: [
    {
      name: "properties-as-json",
      enforce: "pre",
      async load(id) {
        const [path = "", part] = id.split("?");
        if (!path.endsWith(".properties")) return undefined;
        return `export default ${await readTexts(path, part === undefined ? "" : `?${part}`)}`;
      },
    },
  ],
  test: {
    include: ["test/unit/**/*.test.{ts,tsx}"],
    // PatternFly's scripts import style sheets, which only Vite understands.
    server: { deps: { inline: [/@patternfly/] } },
    coverage: {
      provider: "v8",
      include: coveredRooms.map((room) => `src/${room}/**/*.ts`),
      // The table is made by tools/test/judge-coverage.ts, also where a test failed.
      reporter: ["json-summary"],
      reportsDirectory: coverageFolder,
      reportOnFailure: true,
    },
  },
});
