import { useTranslate } from "../context/use-translate.ts";
import { ExclamationCircleIcon, ExclamationTriangleIcon } from "../parts/patternfly/icons.ts";
import { pf } from "../parts/patternfly-classes.ts";
import { reachMarks } from "../parts/reach-marks.ts";
import { graveMark, tileStyle } from "./ReachTile.tsx";

const kinds = ["reads", "readsSecrets", "changes"] as const;

/** What the tiles of the access map say; each has its word in itself too. */
export function MapLegend() {
  const t = useTranslate();
  const item = pf("l-flex pf-m-align-items-center pf-m-space-items-sm");
  return (
    <ul
      className={pf("l-flex pf-m-align-items-center u-font-size-sm u-mb-sm u-ml-0")}
      style={{ listStyle: "none", rowGap: "0.25rem" }}
      aria-label={t("accounts.map.legend")}
    >
      <li className={item}>
        <span aria-hidden>–</span>
        <span>{t("accounts.reach.none")}</span>
      </li>
      {kinds.map((kind) => (
        <li key={kind} className={item}>
          <Sample mark={reachMarks[kind]} />
          <span>{t(`accounts.reach.${kind}`)}</span>
        </li>
      ))}
      <li className={item}>
        <Sample mark={graveMark}>
          <ExclamationTriangleIcon style={{ color: graveMark }} />
        </Sample>
        <span>{t("accounts.map.grave")}</span>
      </li>
      <li className={item}>
        <Sample mark={reachMarks.canEscalate}>
          <ExclamationCircleIcon style={{ color: reachMarks.canEscalate }} />
        </Sample>
        <span>{t("accounts.map.canEscalate")}</span>
      </li>
    </ul>
  );
}

interface SampleProps {
  readonly mark: string;
  readonly children?: JSX.Element;
}

/** A tile without its word, which stands beside it. */
function Sample({ mark, children }: SampleProps) {
  return (
    <span style={{ ...tileStyle(mark), width: "1.75rem", minHeight: "1.25rem" }} aria-hidden>
      {children}
    </span>
  );
}
