import { useTranslate } from "../context/use-translate.ts";
import { pf } from "./patternfly-classes.ts";

interface SearchStatusProps {
  /** How many rows fit; undefined where nothing is searched for, or where that is not known yet. */
  readonly fitting: number | undefined;
  /** What else the search came to. */
  readonly found?: string | undefined;
}

/** Reads aloud what a search came to. Always there: a region that comes along with its text is not read. */
export function SearchStatus({ fitting, found }: SearchStatusProps) {
  const t = useTranslate();
  return (
    <div className={pf("u-screen-reader")} role="status" data-testid="searchStatus">
      {found === undefined ? null : <p>{found}</p>}
      {fitting === undefined ? null : <p>{t("search.fits", { count: fitting })}</p>}
    </div>
  );
}
