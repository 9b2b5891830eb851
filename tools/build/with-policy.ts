import { join } from "node:path";
import type { Plugin } from "esbuild";
import type { Policy } from "../../src/access/policy/policy.ts";

/**
 * Puts a policy in place of the empty one of `src/access/policy/built-in-policy.ts`. Where none is given,
 * a stub stands in for what would ask it, which weighs nothing.
 */
export const withPolicy = (root: string, policy: Policy | undefined): Plugin => ({
  name: "with-policy",
  setup({ onLoad, onResolve }) {
    if (policy === undefined) {
      onResolve({ filter: /\/(policy\/built-in|policy-notice)\.tsx?$/ }, () => ({
        path: join(root, "tools/build/no-policy-stub.ts"),
      }));
    } else {
      onLoad({ filter: /[\\/]policy[\\/]built-in-policy\.ts$/ }, () => ({
        contents: JSON.stringify({ builtInPolicy: policy }),
        loader: "json",
      }));
    }
  },
});
