import type { ReactNode } from "react";
import { pf } from "../parts/patternfly-classes.ts";

interface PlanSectionProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** A part of a plan: what it is about stands at its left, so that all parts share one edge; above it where it is narrow. */
export function PlanSection({ title, children }: PlanSectionProps) {
  return (
    <section
      className={pf("u-mb-md")}
      style={{ display: "flex", flexWrap: "wrap", gap: "0.25rem 1rem" }}
    >
      <h2 className={pf("u-font-weight-bold")} style={{ flex: "0 0 6rem" }}>
        {title}
      </h2>
      <div style={{ flex: "1 1 20rem", minWidth: 0 }}>{children}</div>
    </section>
  );
}
