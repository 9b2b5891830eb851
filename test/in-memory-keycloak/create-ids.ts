/**
 * Hands out ids that look like the server's and are the same in every run.
 *
 * @returns a function that gives another id on each call
 */
export function createIds(): () => string {
  let last = 0;
  return () => {
    last += 1;
    return `00000000-0000-4000-8000-${last.toString(16).padStart(12, "0")}`;
  };
}
