/** Mouse clicks and keys of a job; a text that is pasted is two keys. */
export interface JobActions {
  readonly clicks: number;
  readonly keys: number;
}

/** What operators come for, and what it takes them. Stories in `test/e2e/jobs.spec.ts` count it. */
export const jobs = {
  "apply a preset and undo it": { clicks: 3, keys: 0 },
  "find the preset for a denied call, and apply it": { clicks: 4, keys: 2 },
  "find the most dangerous service account, and replace its access": { clicks: 3, keys: 0 },
  "copy a preset as Terraform": { clicks: 6, keys: 0 },
  "find out why a call is denied with full scope off, and fix it": { clicks: 2, keys: 0 },
  "apply one preset to five clients": { clicks: 9, keys: 0 },
  "apply a preset as an administrator with few rights": { clicks: 2, keys: 0 },
  "give a client of master access to another realm": { clicks: 5, keys: 2 },
} as const satisfies Record<string, JobActions>;

/** The part of `docs/benchmarks.md` about what jobs take. */
export function jobsSection(): string {
  const rows = Object.entries(jobs).map(
    ([job, { clicks, keys }]) => `| ${job} | ${clicks} | ${keys} |`,
  );
  return `## Jobs in clicks

From the open page of a client, or from the list of service accounts, until it is done. Stories count this in the browser and
fail on any other number (\`test/e2e/jobs.spec.ts\`). A new API client for user lookup, from the list to a working call, takes
6 clicks and its client ID (\`test/e2e/new-client.spec.ts\`).

| job | clicks | keys |
|---|--:|--:|
${rows.join("\n")}
`;
}
