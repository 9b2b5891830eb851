import { type CSSProperties, forwardRef, type HTMLAttributes, useSyncExternalStore } from "react";

/** Where PatternFly's tables show the cells of a row below each other. */
const narrow = matchMedia("(max-width: 768px)");

function subscribe(onChange: () => void): () => void {
  narrow.addEventListener("change", onChange);
  return () => narrow.removeEventListener("change", onChange);
}

/**
 * Cuts a text off after two lines, so that all rows of the list are equally high. In a narrow window, rows grow and
 * nothing is cut off.
 */
export const TwoLines = forwardRef<HTMLDivElement, HTMLAttributes<HTMLDivElement>>((props, ref) => {
  const isNarrow = useSyncExternalStore(subscribe, () => narrow.matches);
  return <div {...props} ref={ref} style={isNarrow ? anyLines : twoLines} />;
});

const anyLines: CSSProperties = { overflowWrap: "anywhere" };
const twoLines: CSSProperties = {
  ...anyLines,
  display: "-webkit-box",
  WebkitBoxOrient: "vertical",
  WebkitLineClamp: 2,
  overflow: "hidden",
};
