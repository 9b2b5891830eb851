import type { Attempt } from "../attempt.ts";
import type { Caller } from "../caller.ts";
import { Refusal } from "../refusal.ts";

const letters = "abcdefghijklmnopqrstuvwxyz0123456789@.-_";

/**
 * Finds a text out by counts alone: letter by letter, what more there must be for the search to find something
 * still. The filter takes part of the text.
 *
 * @param known what the text is known to contain
 */
async function guess(countOf: (part: string) => Promise<number>, known: string): Promise<string> {
  let found = known;
  const extend = async (longer: (letter: string) => string): Promise<boolean> => {
    for (const letter of letters) {
      if ((await countOf(longer(letter))) > 0) {
        found = longer(letter);
        return true;
      }
    }
    return false;
  };
  while (await extend((letter) => `${found}${letter}`));
  while (await extend((letter) => `${letter}${found}`));
  return found;
}

const counting = (caller: Caller, path: string, filter: string) => async (part: string) => {
  const answer = await caller.read<number | { count: number }>(
    `${path}?${filter}=${encodeURIComponent(part)}`,
  );
  return typeof answer === "number" ? answer : answer.count;
};

async function assertGuessed(
  countOf: (part: string) => Promise<number>,
  known: string,
  secret: string,
): Promise<void> {
  const found = await guess(countOf, known);
  if (found !== secret) throw new Refusal(`The counts tell no more than "${found}".`);
}

/** What counting leads to: a filter turns a number into an answer about what is counted. */
export const queryCounts: readonly Attempt[] = [
  {
    id: "guess-email-address-by-counting-users",
    roles: ["query-users"],
    harm: "medium",
    attack: ({ attacker: { caller }, chief }) =>
      assertGuessed(
        counting(caller, "/users/count", "email"),
        "chief",
        `${chief.name}@example.org`,
      ),
  },
  {
    id: "guess-group-by-counting-groups",
    roles: ["query-groups"],
    harm: "low",
    attack: ({ attacker: { caller }, board }) =>
      assertGuessed(counting(caller, "/groups/count", "search"), "b", board.name),
  },
  {
    id: "guess-organization-by-counting-organizations",
    roles: ["query-organizations"],
    harm: "low",
    realm: { organizationsEnabled: true },
    attack: async ({ attacker: { caller }, lab }) => {
      await lab.create("/organizations", {
        ...{ name: "acme", alias: "acme", domains: [{ name: "acme.example.org" }] },
      });
      await assertGuessed(counting(caller, "/organizations/count", "search"), "a", "acme");
    },
  },
];
