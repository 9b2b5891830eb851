/** Lines that a person would write: neither empty ones nor comments. */
export const linesOf = (text: string): number =>
  text.split("\n").filter((line) => line.trim() !== "" && !/^\s*(#|---$)/.test(line)).length;
