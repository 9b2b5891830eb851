/** What a representation says of the caller and not of the object. */
const callersOwn = new Set(["access"]);

/**
 * An answer in a form that doesn't depend on the order of its lists and keys, nor on what it says
 * about the caller. Other content stays unchanged.
 */
export function normalisedAnswer(text: string): string {
  return written(text, (value) => JSON.stringify(value) ?? "");
}

/** As {@link normalisedAnswer} with kinds in place of values: for what changes from call to call. */
export function shapeOfAnswer(text: string): string {
  return written(text, (value) => typeof value);
}

function written(text: string, leaf: (value: unknown) => string): string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return leaf(text);
  }
  return canonical(value, leaf);
}

function canonical(value: unknown, leaf: (value: unknown) => string): string {
  if (Array.isArray(value)) {
    return `[${value
      .map((item) => canonical(item, leaf))
      .sort()
      .join(",")}]`;
  }
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).filter(([key]) => !callersOwn.has(key));
    return `{${entries
      .map(([key, item]) => `${JSON.stringify(key)}:${canonical(item, leaf)}`)
      .sort()
      .join(",")}}`;
  }
  return leaf(value);
}
