import { families } from "../../../src/catalog/calls/families.ts";
import { byId, element } from "./element.ts";
import type { PageData } from "./page-data.ts";
import type { Version } from "./version.ts";
import { wordsOfVerdict } from "./words-of-verdict.ts";

/**
 * The fields above the table. What they say is the state of the page: its address has the same names and
 * values, so that a search can be shared.
 */
export class Filters {
  readonly #form = byId("filters", HTMLFormElement);
  readonly #newest: string;

  constructor({ measured, names }: PageData) {
    this.#newest = measured[0]?.version ?? "";
    setOptions("result", [["", "Any"], ...Object.entries(wordsOfVerdict)]);
    setOptions("family", [["", "Any"], ...families.map((id) => [id, names[`family.${id}`] ?? id])]);
    setOptions(
      "version",
      measured.map(({ version }) => [version, version]),
    );
  }

  /** Offers the presets and roles of a version. */
  offer({ presets, matrix }: Version): void {
    setOptions("preset", [["", "Any"], ...presets.map(({ id, name }) => [id, name])]);
    const boxes = matrix.roles.map((role) => {
      const box = element("input", { type: "checkbox", name: "role", value: role });
      return element("label", {}, box, role);
    });
    byId("role-choice", HTMLFieldSetElement).replaceChildren(...boxes);
  }

  /** Makes the fields say this; what they don't offer becomes their first choice. */
  fill(values: URLSearchParams): void {
    for (const field of this.#form.elements) {
      if (field instanceof HTMLSelectElement) {
        const places = [...field.options].map(({ value }) => value);
        field.selectedIndex = Math.max(0, places.indexOf(values.get(field.name) ?? ""));
      }
      if (!(field instanceof HTMLInputElement)) continue;
      const text = values.get(field.name) ?? "";
      if (field.type === "checkbox") field.checked = values.getAll("role").includes(field.value);
      // Not while it says the same: the cursor would jump to the end.
      else if (field.value !== text) field.value = text;
    }
    byId("roles", HTMLElement).textContent = this.read().getAll("role").join(" + ") || "Any";
  }

  /** What the fields say; the empty ones and the newest version are left out. */
  read(): URLSearchParams {
    const values = [...new FormData(this.#form)].map(([name, value]) => [name, String(value)]);
    return new URLSearchParams(
      values.filter(
        ([name, value]) => value !== "" && (name !== "version" || value !== this.#newest),
      ),
    );
  }
}

function setOptions(id: string, options: readonly (readonly string[])[]): void {
  byId(id, HTMLSelectElement).replaceChildren(
    ...options.map(([value = "", text = ""]) => element("option", { value }, text)),
  );
}
