import type { FoundObjects } from "./examine-realms.ts";
import type { Finding } from "./finding.ts";

/** What is found of this extension in the realms, what can't be seen, and what Keycloak 27 does to it. */
export function judgeObjects(all: readonly FoundObjects[]): readonly Finding[] {
  return all.flatMap(({ object, found, seen, hidden }) => {
    const base = { id: `objects.${object.id}`, subject: `${object.name} in the realms` };
    const lists = [...found].map(([realm, names]) => `${realm}: ${names.join(", ")}`);
    const nothing =
      hidden.length === 0 ? "None of this extension's." : "None where they can be seen.";
    const findings: readonly (Finding | undefined)[] = [
      seen === 0
        ? undefined
        : { ...base, level: "ok", found: lists.length === 0 ? nothing : `${lists.join("; ")}.` },
      hidden.length === 0
        ? undefined
        : {
            ...base,
            ...object.unseen,
            found: `Not visible in ${hidden.join(", ")}.`,
          },
    ];
    return findings.filter((finding) => finding !== undefined);
  });
}
