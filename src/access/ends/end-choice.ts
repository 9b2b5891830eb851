/** When roles are to end, as a person chooses it. */
export type EndChoice =
  /** As it is now. */
  | { readonly kind: "unchanged" }
  | { readonly kind: "never" }
  | { readonly kind: "days"; readonly days: number }
  /** The day as in ISO 8601, such as `2026-12-07`; it may be anything. */
  | { readonly kind: "date"; readonly date: string };

/** The lengths of time that are offered, in days. */
export const offeredDays = [1, 7, 30, 90] as const;

const day = 86_400_000;

/** Ends further away than this are taken for a slip of the keyboard: 10 years, in milliseconds. */
const longest = 3_653 * day;

/**
 * The moment of a choice. A date means its beginning where the person is, since the roles are to be gone on that date.
 *
 * @param now in milliseconds since 1970
 * @returns in milliseconds since 1970; undefined for never, and `invalid` for a date that is none, is over or is far away
 */
export function momentOf(
  choice: Exclude<EndChoice, { readonly kind: "unchanged" }>,
  now: number,
): number | undefined | "invalid" {
  switch (choice.kind) {
    case "never":
      return undefined;
    case "days":
      return now + choice.days * day;
    case "date": {
      // Without a time zone, a date with a time is one of the person's own.
      const at = /^\d{4}-\d\d-\d\d$/.test(choice.date)
        ? Date.parse(`${choice.date}T00:00:00`)
        : Number.NaN;
      return at > now && at < now + longest ? at : "invalid";
    }
  }
}
