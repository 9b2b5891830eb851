import type { ReactNode } from "react";
import { riskOf } from "../../access/model/risk.ts";
import type { Snapshot } from "../../access/model/snapshot.ts";
import { makePlan } from "../../access/plan/make-plan.ts";
import type { PresetState } from "../../access/presets/preset-state.ts";
import { nameGranted } from "../context/name-role.ts";
import { usePanelContext } from "../context/panel-context.ts";
import { joinNames, useTranslate } from "../context/use-translate.ts";
import {
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
} from "../parts/patternfly/description-list.ts";
import { WithKnowledge } from "../parts/WithKnowledge.tsx";
import { PresetRoles } from "../power/PresetRoles.tsx";
import { explainStatus } from "./explain-status.ts";
import { PresetReach } from "./PresetReach.tsx";

interface PresetDetailsProps {
  readonly state: PresetState;
  readonly snapshot: Snapshot;
}

/** What a row opens to: its roles, why it has its risk, and what Apply would add. */
export function PresetDetails({ state, snapshot }: PresetDetailsProps) {
  const t = useTranslate();
  const { realm, addressOf } = usePanelContext();
  const risk = riskOf(state.preset);
  const reason = explainStatus(t, state, snapshot.isMaster);
  const { add } = makePlan({ mode: "add", presets: [state.preset] }, snapshot, [state]).change;
  const added = [...new Set(add.map(nameGranted).filter((name) => name !== ""))];
  const { redundant = [] } = state.preset;
  const address = addressOf({
    realm,
    clientUuid: snapshot.client.clientUuid,
    preset: state.preset.id,
  });
  const isUnavailable = state.status.kind === "unavailable";
  return (
    <DescriptionList isHorizontal isCompact>
      {reason === undefined ? null : <Entry term={t("details.status")} texts={[reason]} />}
      <WithKnowledge>
        {(knowledge) => (
          <PresetReach preset={state.preset} snapshot={snapshot} knowledge={knowledge} />
        )}
      </WithKnowledge>
      <Entry
        term={t("details.roles")}
        texts={
          redundant.length === 0
            ? []
            : [t("details.redundant", { roles: joinNames(redundant), count: redundant.length })]
        }
      >
        <PresetRoles roles={state.roles} snapshot={snapshot} />
      </Entry>
      <Entry
        term={t("details.risk")}
        texts={(risk?.consequences ?? []).map(
          ({ id }) => `${t(`consequence.${id}`)}. ${t(`consequence.${id}.reason`)}`,
        )}
      />
      {isUnavailable ? null : (
        <Entry
          term={t("details.adds")}
          texts={[added.length === 0 ? t("details.addsNothing") : joinNames(added)]}
        />
      )}
      <Entry term={t("details.link")} texts={[address]} href={address} />
    </DescriptionList>
  );
}

interface EntryProps {
  readonly term: string;
  readonly texts: readonly string[];
  /** Where the texts lead. */
  readonly href?: string;
  /** What stands before the texts. */
  readonly children?: ReactNode;
}

function Entry({ term, texts, href, children }: EntryProps) {
  return (
    <DescriptionListGroup>
      <DescriptionListTerm>{term}</DescriptionListTerm>
      <DescriptionListDescription>
        {children}
        {texts.map((text) => (
          <div key={text}>{href === undefined ? text : <a href={href}>{text}</a>}</div>
        ))}
      </DescriptionListDescription>
    </DescriptionListGroup>
  );
}
