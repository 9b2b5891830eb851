import type { FoundObjects } from "./examine-realms.ts";
import type { Finding } from "./finding.ts";

/** What is found of this extension in the realms, what can't be seen, and what Keycloak 27 does to it. */
export function judgeObjects(all: readonly FoundObjects[]): readonly Finding[] {
  return all.flatMap(({ object, found, hidden }) => {
    const base = { id: `objects.${object.id}`, subject: `${object.name} in the realms` };
    const lists = [...found].map(([realm, names]) => `${realm}: ${names.join(", ")}`);
    return [
      {
        ...base,
        level: "ok",
        found: lists.length === 0 ? "None of this extension's." : `${lists.join("; ")}.`,
      },
      ...(hidden.length === 0
        ? []
        : [
            {
              ...base,
              level: "hidden" as const,
              found: `Not visible in ${hidden.join(", ")}.`,
              advice: "Give the client that signs in view-realm for these realms.",
            },
          ]),
    ] satisfies readonly Finding[];
  });
}
