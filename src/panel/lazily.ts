import { type ComponentType, lazy } from "react";

/** A component that is loaded when it is first shown, together with the texts that it may need. */
export function lazily<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  return lazy(async () => {
    const [component] = await Promise.all([load(), import("./asked-texts.ts")]);
    return { default: component };
  });
}
