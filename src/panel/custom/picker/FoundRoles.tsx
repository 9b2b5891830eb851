import type { ReactNode } from "react";
import { customRoleKey } from "../../../access/custom/custom-preset.ts";
import type { FoundRole } from "../../../keycloak/custom/search-roles.ts";
import { useTranslate } from "../../context/use-translate.ts";
import { Button } from "../../parts/patternfly/button.ts";
import { pf } from "../../parts/patternfly-classes.ts";
import type { PickerProps } from "./picker-props.ts";
import { RoleChoice } from "./RoleChoice.tsx";
import type { Pages } from "./use-pages.ts";

interface FoundRolesProps extends PickerProps {
  readonly pages: Pages<FoundRole>;
}

/** Roles of one container, page by page. */
export function FoundRoles({ pages, ...picker }: FoundRolesProps) {
  return (
    <PagedItems pages={pages}>
      {(found) => <RoleChoice key={customRoleKey(found.role)} found={found} {...picker} />}
    </PagedItems>
  );
}

interface PagedItemsProps<Item> {
  readonly pages: Pages<Item>;
  readonly children: (item: Item) => ReactNode;
}

/** A list that is read page by page, with what is to be said where there is none. */
export function PagedItems<Item>({ pages, children }: PagedItemsProps<Item>) {
  const t = useTranslate();
  const { items, isMore, isReading, isHidden, thrown, more, retry } = pages;
  const quiet = pf("u-font-size-sm u-color-200");
  if (thrown !== undefined) {
    return (
      <p className={pf("u-font-size-sm")} role="alert">
        {t("custom.found.failed")}{" "}
        <Button variant="link" isInline onClick={retry} data-testid="retrySearch">
          {t("problem.retry")}
        </Button>
      </p>
    );
  }
  if (isHidden) return <p className={quiet}>{t("custom.found.hidden")}</p>;
  return (
    <div aria-busy={isReading}>
      {items?.map(children)}
      {items?.length === 0 && !isReading ? <p className={quiet}>{t("custom.found.none")}</p> : null}
      {isReading && items === undefined ? (
        <p className={quiet}>{t("custom.found.reading")}</p>
      ) : null}
      {isMore ? (
        <Button
          variant="link"
          isInline
          isAriaDisabled={isReading}
          onClick={more}
          data-testid="showMore"
        >
          {t("custom.found.more")}
        </Button>
      ) : null}
    </div>
  );
}
