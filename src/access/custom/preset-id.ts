/** Lower-case letters, digits and hyphens; at most 63, so that it can be part of an attribute's name. */
const pattern = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** Whether a text can be the id of a custom preset. */
export function isPresetId(text: string): boolean {
  return pattern.test(text);
}

const longest = 63;

const trimHyphens = (text: string) => text.replace(/^-+|-+$/g, "");

/**
 * Makes an id of a name, such as `billing-sync` of "Billing sync".
 *
 * @param taken the ids that it must not be: those of the realm's other presets and of the built-in ones
 */
export function presetIdFor(name: string, taken: ReadonlySet<string>): string {
  const words = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-");
  // A name of other scripts leaves nothing.
  const base = trimHyphens(trimHyphens(words).slice(0, longest)) || "preset";
  if (!taken.has(base)) return base;
  for (let count = 2; ; count += 1) {
    const end = `-${count}`;
    const id = `${trimHyphens(base.slice(0, longest - end.length))}${end}`;
    if (!taken.has(id)) return id;
  }
}
