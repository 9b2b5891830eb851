import { useEffect, useState } from "react";

/** Loads something when the component is first shown. The function that loads must stay the same. */
export function useLoaded<Value>(load: () => Promise<Value>): Value | "loading" | "failed" {
  const [loaded, setLoaded] = useState<Value | "loading" | "failed">("loading");
  useEffect(() => {
    let isShown = true;
    load().then(
      (value) => isShown && setLoaded(() => value),
      () => isShown && setLoaded("failed"),
    );
    return () => {
      isShown = false;
    };
  }, [load]);
  return loaded;
}
