import "../context/asked-texts.ts";
import type { Access } from "../../access/model/snapshot.ts";
import { denialOf } from "../../access/policy/built-in.ts";
import type { Preset } from "../../catalog/presets/presets.ts";
import { nameOf } from "../../texts/preset-texts.ts";
import { joinNames, useTranslate } from "../context/use-translate.ts";
import { pf } from "../parts/patternfly-classes.ts";
import { describeDenial } from "./describe-denial.ts";

interface NotOfferedProps {
  readonly presets: readonly Preset[];
  /** The clients that they would be for: a preset that one of them may have is offered. */
  readonly access: readonly Pick<Access, "policySubject" | "contents">[];
}

/** Which presets the built-in policy keeps from being offered, and why; nothing where there are none. */
export function NotOffered({ presets, access }: NotOfferedProps) {
  const t = useTranslate();
  const byReason = new Map<string, string[]>();
  for (const preset of presets) {
    const denials = access.flatMap((one) => denialOf(preset, one) ?? []);
    const [denial] = denials;
    if (denial === undefined || denials.length < access.length) continue;
    const reason = describeDenial(t, denial);
    byReason.set(reason, [...(byReason.get(reason) ?? []), nameOf(t, preset)]);
  }
  if (byReason.size === 0) return null;
  return (
    <ul className={pf("u-color-200 u-mb-md")} data-testid="notOffered">
      {[...byReason].map(([reason, names]) => (
        <li key={reason}>{t("policy.notOffered", { presets: joinNames(names), reason })}</li>
      ))}
    </ul>
  );
}
