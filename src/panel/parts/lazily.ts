import { type ComponentType, lazy } from "react";
import { PartNotLoaded, type PartNotLoadedProps } from "./PartNotLoaded.tsx";

/**
 * A component that is loaded when it is first shown, together with the texts that it may need. Where its
 * script can't be loaded, that is shown in its place, and `onNotLoaded` is told: the panel around it
 * stays.
 */
export function lazily<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  return lazy(async (): Promise<{ default: ComponentType<Props & PartNotLoadedProps> }> => {
    try {
      const [component] = await Promise.all([load(), import("../context/asked-texts.ts")]);
      return { default: component };
    } catch {
      return { default: PartNotLoaded };
    }
  });
}
