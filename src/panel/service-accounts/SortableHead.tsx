import {
  ArrowsAltVIcon,
  LongArrowAltDownIcon,
  LongArrowAltUpIcon,
} from "../parts/patternfly/icons.ts";
import { pf } from "../parts/patternfly-classes.ts";

/** How a list is sorted by a column. */
export type SortDirection = "ascending" | "descending" | "none";

const icons = {
  ascending: LongArrowAltUpIcon,
  descending: LongArrowAltDownIcon,
  none: ArrowsAltVIcon,
};

interface SortableHeadProps {
  readonly name: string;
  /** Such as `20%`. */
  readonly width: string;
  readonly sorted: SortDirection;
  readonly isDisabled: boolean;
  readonly onSort: () => void;
}

/**
 * The head of a column that sorts its table, as PatternFly's: its own tables bring along what can be edited,
 * folded and dragged in others.
 *
 * @see [Table, sortable](https://v5-archive.patternfly.org/components/table#sortable--wrapping-headers)
 */
export function SortableHead({ name, width, sorted, isDisabled, onSort }: SortableHeadProps) {
  const Icon = icons[sorted];
  const isSorted = sorted === "none" ? "" : "pf-m-selected";
  return (
    <th
      className={pf(`c-table__th c-table__sort pf-m-wrap ${isSorted}`)}
      style={{ width }}
      scope="col"
      aria-sort={sorted}
    >
      <button
        type="button"
        className={pf("c-table__button")}
        disabled={isDisabled}
        onClick={onSort}
      >
        <div className={pf("c-table__button-content")}>
          <span className={pf("c-table__text")}>{name}</span>
          <span className={pf("c-table__sort-indicator")}>
            <Icon />
          </span>
        </div>
      </button>
    </th>
  );
}
