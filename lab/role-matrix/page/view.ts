import type { Verdict } from "../../../src/catalog/measured/measured-matrix.ts";
import type { PageData } from "./page-data.ts";

/** What the page shows; kept in its address, so that it can be shared. */
export interface View {
  /** A minor, such as "26.7". */
  readonly version: string;
  readonly text: string;
  /** Empty for all families. */
  readonly family: string;
  /** Roles that are held together. */
  readonly roles: readonly string[];
  /** Empty for any answer. */
  readonly answer: Verdict | "";
  /** The `callKey` of the call whose details are open; empty for none. */
  readonly call: string;
}

const answers: readonly (Verdict | "")[] = ["", "allowed", "filtered", "denied", "unknown"];

/** Reads a view from an address's hash; what the data do not know is left out. */
export function readView(hash: string, { versions, families }: PageData): View {
  const values = new URLSearchParams(hash.replace(/^#/, ""));
  const value = (name: string) => values.get(name) ?? "";
  const version = versions.find(({ minor }) => minor === value("version")) ?? versions[0];
  return {
    version: version?.minor ?? "",
    text: value("search"),
    family: families.find(([id]) => id === value("family"))?.[0] ?? "",
    roles: (version?.roles ?? []).filter((role) => value("roles").split(",").includes(role)),
    answer: answers.find((it) => it === value("answer")) ?? "",
    call: value("call"),
  };
}

/** The hash of a view without its `#`; empty for the view that the page opens with. */
export function writeView(view: View, { versions }: PageData): string {
  const values = new URLSearchParams();
  const set = (name: string, value: string) => {
    if (value !== "") values.set(name, value);
  };
  set("version", view.version === versions[0]?.minor ? "" : view.version);
  set("search", view.text);
  set("family", view.family);
  set("roles", view.roles.join(","));
  set("answer", view.answer);
  set("call", view.call);
  // Readable where an address may hold these as they are.
  return values.toString().replaceAll("%2C", ",").replaceAll("%2F", "/");
}

/** A view with other roles: to choose the first one is to ask what it allows. */
export function withRoles(view: View, chosen: readonly string[]): View {
  if (chosen.length === 0) return { ...view, roles: [], answer: "" };
  // The same roles are the same address, in whatever order they were chosen.
  const roles = [...chosen].sort();
  return { ...view, roles, answer: view.roles.length === 0 ? "allowed" : view.answer };
}
