/** Whether the access of a client is to be reviewed now. */
export type ReviewState =
  /** It has no review date. */
  | "none"
  /** The attribute contains something that is no day of the calendar, so it isn't known. */
  | "notADate"
  /** The day is over. */
  | "overdue"
  /** The day is today or later. */
  | "planned";

/** Whether a text is a day of the calendar, such as `2027-05-31`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = new Date(`${text}T00:00:00Z`).getTime();
  // February 30 would count as March 2.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/**
 * Whether a review is overdue: from the day after its date.
 *
 * @param date the attribute as it is
 * @param today a day, such as `2027-05-31`
 */
export function reviewStateOf(date: string | undefined, today: string): ReviewState {
  if (date === undefined) return "none";
  if (!isDay(date)) return "notADate";
  return date < today ? "overdue" : "planned";
}

/**
 * The day of the next review that is suggested after one: half a year later, or the last day of that month.
 *
 * @param today a day, such as `2027-05-31`
 */
export function nextReviewAfter(today: string): string {
  const [year = 0, month = 1, day = 1] = today.split("-").map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + 6, 0));
  lastOfMonth.setUTCDate(Math.min(day, lastOfMonth.getUTCDate()));
  return lastOfMonth.toISOString().slice(0, 10);
}
