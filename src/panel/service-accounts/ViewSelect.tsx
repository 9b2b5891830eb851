import { useState } from "react";
import { useTranslate } from "../context/use-translate.ts";
import { MenuToggle, Select, SelectList, SelectOption } from "../parts/patternfly/menu.ts";

/** The ways to look at service accounts. */
export const accountViews = ["list", "map"] as const;

/** One of them. */
export type AccountView = (typeof accountViews)[number];

interface ViewSelectProps {
  readonly view: AccountView;
  readonly onView: (view: AccountView) => void;
}

/** Switches between the list and the access map, which show the same accounts. */
export function ViewSelect({ view, onView }: ViewSelectProps) {
  const t = useTranslate();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Select
      isOpen={isOpen}
      onOpenChange={setIsOpen}
      selected={view}
      onSelect={(_, value) => {
        const chosen = accountViews.find((candidate) => candidate === value);
        if (chosen !== undefined) onView(chosen);
        setIsOpen(false);
      }}
      toggle={(ref) => (
        <MenuToggle
          ref={ref}
          isExpanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
          data-testid="accountsView"
        >
          {t("accounts.view", { view: t(`accounts.view.${view}`) })}
        </MenuToggle>
      )}
    >
      <SelectList aria-label={t("accounts.views")}>
        {accountViews.map((candidate) => (
          <SelectOption key={candidate} value={candidate} isSelected={candidate === view}>
            {t(`accounts.view.${candidate}`)}
          </SelectOption>
        ))}
      </SelectList>
    </Select>
  );
}
