/** A moment that a narrow column may break behind its date, but not before "PM". */
export const inTwoLines = (moment: string): string => moment.replace(/(?<=\d)\s(?=\D+$)/, "\u00a0");
