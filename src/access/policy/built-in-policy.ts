import type { Policy } from "./policy.ts";

/**
 * The policy that the tab follows. `npm run build -- --policy` puts a policy file here. Without it,
 * there is no policy, and the code that uses it isn't bundled.
 */
export const builtInPolicy: Policy | undefined = undefined;
