import { type ComponentType, lazy } from "react";
import { PartNotLoaded } from "./PartNotLoaded.tsx";

/**
 * A component that is loaded when it is first shown, together with the texts that it may need. Where its
 * script can't be loaded, that is shown in its place: the panel around it stays.
 */
export function lazily<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  return lazy(async (): Promise<{ default: ComponentType<Props> }> => {
    try {
      const [component] = await Promise.all([load(), import("./asked-texts.ts")]);
      return { default: component };
    } catch {
      return { default: PartNotLoaded };
    }
  });
}
