import { element } from "./element.ts";

/** Marks a role's name in a text for {@link rolesAsCode}; no name holds the mark. */
export const markRole = (role: string) => `\0${role}\0`;

/** A text whose roles were marked, with these as code. */
export function rolesAsCode(text: string): readonly (Node | string)[] {
  return text
    .split("\0")
    .map((part, place) => (place % 2 === 1 ? element("code", {}, part) : part));
}
