/** Milliseconds below a second, seconds with one digit otherwise. */
export const timeText = (milliseconds: number): string =>
  milliseconds < 999.5
    ? `${Math.round(milliseconds)} ms`
    : `${(milliseconds / 1_000).toFixed(1)} s`;
