import { byId } from "./element.ts";
import type { Selection } from "./selection-of.ts";

/** What a result is called behind a number of calls. */
const resultInWords = new Map([
  ["allowed", "allowed with"],
  ["filtered", "with partial results for"],
  ["denied", "denied with"],
  ["unknown", "not known for"],
]);

/** Says above the table what it shows, and what the search didn't find. */
export function showStatus(selection: Selection, values: URLSearchParams): void {
  const { count, notes, preset, holder } = selection;
  const calls = count === 1 ? "1 call" : `${count} calls`;
  const result = resultInWords.get(values.get("result") ?? "");
  const who = holder === "" ? "all roles but realm-admin" : holder;
  byId("count", HTMLElement).textContent =
    result === undefined ? calls : `${calls} ${result} ${who}`;
  const nothing = count === 0 && notes.length === 0 ? ["Change the search or the filters."] : [];
  const about =
    preset === undefined
      ? []
      : [
          preset.purpose,
          `Roles: ${preset.roles.map(({ name }) => name).join(", ")}.`,
          `${preset.risk} risk · ${preset.worst.join(", ")}`,
        ];
  byId("about", HTMLElement).textContent = [...notes, ...nothing, ...about].join(" ");
  byId("clear", HTMLElement).hidden = [...values.keys()].every((name) => name === "version");
}
