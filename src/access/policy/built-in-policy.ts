import type { Policy } from "./policy.ts";

/**
 * The policy that the tab keeps to. `npm run build -- --policy` puts a policy file here; without it there
 * is none, and what asks for it is left out of the scripts.
 */
export const builtInPolicy: Policy | undefined = undefined;
