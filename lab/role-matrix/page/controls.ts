import type { Verdict } from "../../../src/catalog/measured/measured-matrix.ts";
import { element } from "./element.ts";
import type { PageData } from "./page-data.ts";
import { groupRoles } from "./role-groups.ts";
import { type View, withRoles } from "./view.ts";

/** What the answers to choose from are called: without roles, the question is another one. */
const answerTexts: readonly (readonly [Verdict | "", withoutRoles: string, withRoles: string])[] = [
  ["", "Any answer", "Any answer"],
  ["allowed", "Allowed to some role", "Allowed together"],
  ["filtered", "With less for some role", "With less together"],
  ["denied", "Only realm-admin", "Denied together"],
  ["unknown", "Not known", "Not known"],
];

/** The fields above the table. */
export class Controls {
  readonly #search = byId("search", HTMLInputElement);
  readonly #version = byId("version", HTMLSelectElement);
  readonly #family = byId("family", HTMLSelectElement);
  readonly #answer = byId("answer", HTMLSelectElement);
  readonly #roles = byId("roles", HTMLElement);
  readonly #chosen = byId("chosen", HTMLElement);
  #view: View;

  /** @param onChange is called with the view that was asked for. */
  constructor(data: PageData, view: View, onChange: (view: View) => void) {
    this.#view = view;
    this.#version.append(...data.versions.map(({ minor, version }) => option(minor, version)));
    this.#family.append(
      option("", "All families"),
      ...data.families.map(([id, name]) => option(id, name)),
    );
    this.#search.addEventListener("input", () =>
      onChange({ ...this.#view, text: this.#search.value }),
    );
    this.#version.addEventListener("change", () =>
      onChange({ ...this.#view, version: this.#version.value }),
    );
    this.#family.addEventListener("change", () =>
      onChange({ ...this.#view, family: this.#family.value }),
    );
    this.#answer.addEventListener("change", () => {
      const answer = answerTexts.find(([id]) => id === this.#answer.value)?.[0] ?? "";
      onChange({ ...this.#view, answer });
    });
    this.#roles.addEventListener("change", () => {
      const checked = [...this.#roles.querySelectorAll<HTMLInputElement>("input:checked")];
      onChange(
        withRoles(
          this.#view,
          checked.map(({ value }) => value),
        ),
      );
    });
  }

  /** Shows the roles to choose from. */
  offerRoles(roles: readonly string[]): void {
    this.#roles.replaceChildren(
      ...groupRoles(roles).map((group) =>
        element("div", { class: "role-group" }, ...group.roles.map(roleField)),
      ),
    );
  }

  /** Makes the fields say what is shown. */
  show(view: View): void {
    this.#view = view;
    // Not while it says the same: the cursor would jump to the end.
    if (this.#search.value !== view.text) this.#search.value = view.text;
    this.#version.value = view.version;
    this.#family.value = view.family;
    this.#answer.replaceChildren(
      ...answerTexts.map(([id, withoutRoles, withRoles]) =>
        option(id, view.roles.length > 0 ? withRoles : withoutRoles),
      ),
    );
    this.#answer.value = view.answer;
    this.#chosen.textContent = view.roles.length > 0 ? view.roles.join(" + ") : "none chosen";
    for (const field of this.#roles.querySelectorAll("input")) {
      field.checked = view.roles.includes(field.value);
    }
  }
}

function roleField(role: string): HTMLElement {
  const field = element("input", { type: "checkbox", value: role });
  return element("label", { class: "role-field" }, field, element("span", {}, role));
}

const option = (value: string, text: string) => element("option", { value }, text);

/** The element of the page that has this id. Throws when there is none of that kind. */
export function byId<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`The page has no ${kind.name} "${id}".`);
  return found;
}
