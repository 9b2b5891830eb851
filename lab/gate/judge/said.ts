import { z } from "zod";

const findings = z.object({
  accounts: z.array(
    z.object({ clientId: z.string().nullable(), username: z.string(), roles: z.array(z.string()) }),
  ),
  besideRoles: z.array(
    z.object({
      clientId: z.string(),
      kind: z.string(),
      because: z.string(),
      verdict: z.enum(["accepted", "told", "notAllowed", "cannotTell"]),
    }),
  ),
});

/** What `presets check --json` said of a document. */
export type Findings = z.infer<typeof findings>;

/** Reads what it said; undefined where it refused the document and said nothing of accounts. */
export function readFindings(output: string): Findings | undefined {
  return output.trim() === "" ? undefined : findings.parse(JSON.parse(output));
}
