/**
 * A day of the calendar as a language writes it, wherever the person is.
 *
 * @param day such as `2027-05-31`
 */
export function formatDay(locale: string, day: string): string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" });
  return format.format(new Date(`${day}T00:00:00Z`));
}
