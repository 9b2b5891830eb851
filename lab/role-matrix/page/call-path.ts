import { element } from "./element.ts";

/** A method and a path that may break behind each slash. */
export function callPath({ method, path }: { method: string; path: string }): HTMLElement {
  const parts = path.split(/(?<=\/)/);
  return element(
    "code",
    {},
    element("b", {}, method),
    " ",
    ...parts.flatMap((part, index) => (index === 0 ? [part] : [element("wbr"), part])),
  );
}
