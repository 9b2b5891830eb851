import { fullAdministrator } from "../../src/access/question/needs-of-calls.ts";
import type { MeasuredCall, MeasuredMatrix } from "../../src/catalog/measured/measured-matrix.ts";
import { type Alternatives, factorSets } from "./factor-sets.ts";
import { smallestRoles, smallestSets } from "./smallest-roles.ts";

/** How a role's name is written. */
type Write = (role: string) => string;

const asItIs: Write = (role) => role;

/**
 * The roles that allow a call: the smallest ones, `a, b` if each is enough and `a + b` if both are
 * needed; "any role" if nearly all allow it, "only realm-admin" if no other does, and "none" if not
 * even that one does.
 */
export function allowedInWords(
  call: MeasuredCall,
  matrix: MeasuredMatrix,
  write: Write = asItIs,
): string {
  if ([...call.verdicts.values()].every((verdict) => verdict === "unknown")) return "not known";
  const others = matrix.roles.filter((role) => role !== fullAdministrator);
  const without = others.filter((role) => call.verdicts.get(role) !== "allowed");
  if (areFew(without, others)) return anyRole("any role", without, write);
  const parts = setsInWords(smallestSets(call, matrix), write);
  if (parts.length > 0) return parts.join(", ");
  return call.verdicts.get(fullAdministrator) === "allowed"
    ? `only ${write(fullAdministrator)}`
    : "none";
}

/** The roles that get partial results; empty if none do. */
export function filteredInWords(
  call: MeasuredCall,
  matrix: MeasuredMatrix,
  write: Write = asItIs,
): string {
  const others = matrix.roles.filter((role) => role !== fullAdministrator);
  const answered = others.filter((role) =>
    ["allowed", "filtered"].includes(call.verdicts.get(role) ?? ""),
  );
  const filtered = answered.filter((role) => call.verdicts.get(role) === "filtered");
  const without = others.filter((role) => !answered.includes(role));
  if (areFew(without, others) && filtered.length > others.length / 2) {
    return anyRole(
      filtered.length < answered.length ? "any other role" : "any role",
      without,
      write,
    );
  }
  return smallestRoles(call, matrix, "filtered").map(write).join(", ");
}

/** A list of nearly all roles would hide the one that is missing. */
const areFew = (without: readonly string[], all: readonly string[]) =>
  without.length <= 3 && all.length > 6;

const anyRole = (words: string, without: readonly string[], write: Write) =>
  without.length > 0 ? `${words} but ${without.map(write).join(", ")}` : words;

/** Sets of roles, as short as possible. */
export function setsInWords(
  sets: readonly (readonly string[])[],
  write: Write = asItIs,
): readonly string[] {
  const alone = sets.filter(({ length }) => length === 1);
  const together = factorSets(sets.filter(({ length }) => length > 1));
  return [...alone.flat().map(write), ...together.map((it) => togetherInWords(it, write))];
}

const togetherInWords = (alternatives: Alternatives, write: Write) =>
  alternatives
    .map((list) => (list.length > 1 ? `(${list.map(write).join(" or ")})` : list.map(write).join()))
    .join(" + ");
