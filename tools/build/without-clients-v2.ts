import { join } from "node:path";
import type { Plugin } from "esbuild";

/**
 * The admin client's experimental API v2 weighs 25 kB with its generated code and is never called
 * here: a stub that throws stands in for it.
 */
export const withoutClientsV2 = (root: string): Plugin => ({
  name: "without-clients-v2",
  setup({ onResolve }) {
    onResolve({ filter: /\/clientsV2\.js$/ }, () => ({
      path: join(root, "tools/build/clients-v2-stub.ts"),
    }));
  },
});
