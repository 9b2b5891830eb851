import type { CallTemplate } from "../../catalog/calls/call-template.ts";
import { families, familyOf } from "../../catalog/calls/families.ts";
import type { Knowledge } from "../context/load-knowledge.ts";
import { pf } from "./patternfly-classes.ts";

interface CallListProps {
  readonly calls: readonly CallTemplate[];
  readonly knowledge: Knowledge;
}

/** What people name a call, with its method and path. */
export function CallName({
  call,
  knowledge,
}: {
  readonly call: CallTemplate;
  readonly knowledge: Knowledge;
}) {
  return (
    <>
      {knowledge.nameOf(call)}{" "}
      <span className={pf("u-font-family-monospace u-font-size-xs u-color-200")}>
        {call.method} {call.path}
      </span>
    </>
  );
}

/** Calls by what people name them, with method and path. */
export function CallList({ calls, knowledge }: CallListProps) {
  return (
    <ul className={pf("c-list pf-m-plain")}>
      {calls.map((call) => (
        <li key={`${call.method} ${call.path}`}>
          <CallName call={call} knowledge={knowledge} />
        </li>
      ))}
    </ul>
  );
}

/** Calls under the names of their families. */
export function CallsByFamily({ calls, knowledge }: CallListProps) {
  return families.map((family) => {
    const members = calls.filter(({ path }) => familyOf(path) === family);
    return members.length === 0 ? null : (
      <section key={family} className={pf("u-mb-sm")}>
        <h3 className={pf("u-font-weight-bold")}>
          {knowledge.familyName(family)} ({members.length})
        </h3>
        <CallList calls={members} knowledge={knowledge} />
      </section>
    );
  });
}
