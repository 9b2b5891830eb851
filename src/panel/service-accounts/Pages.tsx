import { useState } from "react";
import { useTranslate } from "../context/use-translate.ts";
import { Button } from "../parts/patternfly/button.ts";
import { AngleLeftIcon, AngleRightIcon } from "../parts/patternfly/icons.ts";
import { MenuToggle, Select, SelectList, SelectOption } from "../parts/patternfly/menu.ts";
import { pf } from "../parts/patternfly-classes.ts";
import type { Paging } from "./use-paging.ts";

const sizes = [10, 20, 50, 100];

interface PagesProps {
  readonly paging: Paging;
  /** Whether the number of rows is final. */
  readonly isComplete: boolean;
}

/**
 * Which part of the list is shown. PatternFly's compact `Pagination` looks the same, and brings a field for page
 * numbers along: 3 kB that the list doesn't show.
 *
 * @see [Pagination](https://v5-archive.patternfly.org/components/pagination)
 */
export function Pages({ paging, isComplete }: PagesProps) {
  const t = useTranslate();
  const [isOpen, setIsOpen] = useState(false);
  const { count, page, perPage, setPage, setPerPage } = paging;
  const last = Math.min(page * perPage, count);
  const range = { first: Math.min((page - 1) * perPage + 1, last), last };
  return (
    <div className={pf("c-pagination pf-m-compact")} style={{ marginInlineStart: "auto" }}>
      <Select
        isOpen={isOpen}
        onOpenChange={setIsOpen}
        selected={perPage}
        onSelect={(_, value) => {
          setPerPage(Number(value));
          setIsOpen(false);
        }}
        toggle={(ref) => (
          <MenuToggle
            ref={ref}
            variant="plainText"
            isExpanded={isOpen}
            isDisabled={count === 0}
            onClick={() => setIsOpen(!isOpen)}
            data-testid="perPage"
          >
            {isComplete
              ? t("accounts.pages.range", { ...range, all: count })
              : t("accounts.pages.rangeOfSome", range)}
          </MenuToggle>
        )}
      >
        <SelectList>
          {sizes.map((size) => (
            <SelectOption key={size} value={size} isSelected={size === perPage}>
              {`${size} ${t("accounts.pages.perPage")}`}
            </SelectOption>
          ))}
        </SelectList>
      </Select>
      <nav className={pf("c-pagination__nav")} aria-label={t("accounts.pages")}>
        <PageButton
          name={t("accounts.pages.previous")}
          onClick={page > 1 ? () => setPage(page - 1) : undefined}
        >
          <AngleLeftIcon />
        </PageButton>
        <PageButton
          name={t("accounts.pages.next")}
          onClick={last < count ? () => setPage(page + 1) : undefined}
        >
          <AngleRightIcon />
        </PageButton>
      </nav>
    </div>
  );
}

interface PageButtonProps {
  readonly name: string;
  /** Undefined where there is no such page. */
  readonly onClick: (() => void) | undefined;
  readonly children: JSX.Element;
}

function PageButton({ name, onClick, children }: PageButtonProps) {
  return (
    <div className={pf("c-pagination__nav-control")}>
      <Button
        variant="plain"
        aria-label={name}
        isDisabled={onClick === undefined}
        onClick={onClick}
      >
        {children}
      </Button>
    </div>
  );
}
