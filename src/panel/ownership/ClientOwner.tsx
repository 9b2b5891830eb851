import type { ClientSettings } from "../../access/model/snapshot.ts";
import { reviewStateOf } from "../../access/ownership/review-state.ts";
import { dayOf } from "../../access/policy/judge-roles.ts";
import { escapeInvisible } from "../../formats/escape-invisible.ts";
import { formatDay } from "../context/format-day.ts";
import { usePanelContext } from "../context/panel-context.ts";
import { useTranslate } from "../context/use-translate.ts";
import { Button } from "../parts/patternfly/button.ts";
import { Label } from "../parts/patternfly/label.ts";
import { pf } from "../parts/patternfly-classes.ts";

interface ClientOwnerProps {
  readonly client: ClientSettings;
  /** Opens the dialog in which it is changed. */
  readonly onEdit: () => void;
}

/** Whose the client is, what it is for, and when its access is reviewed. */
export function ClientOwner({ client, onEdit }: ClientOwnerProps) {
  const t = useTranslate();
  const { locale } = usePanelContext().language;
  const { owner, purpose, reviewDate } = client.ownership ?? {};
  const review = reviewStateOf(reviewDate, dayOf(new Date()));
  // Anyone who may change the client can write these texts.
  const shown = [
    owner === undefined ? t("owner.none") : t("owner.is", { owner: escapeInvisible(owner) }),
    ...(purpose === undefined ? [] : [t("owner.for", { purpose: escapeInvisible(purpose) })]),
    ...(review === "planned" ? [t("owner.next", { date: day() })] : []),
  ];
  return (
    <p className={pf("u-mb-xs")} data-testid="clientOwner">
      <span style={{ overflowWrap: "anywhere" }}>{shown.join(" · ")}</span>{" "}
      {review === "overdue" || review === "notADate" ? (
        <>
          <Label isCompact color="orange" data-testid="reviewState" data-state={review}>
            {t(`owner.review.${review}`, { date: day() })}
          </Label>{" "}
        </>
      ) : null}
      <Button variant="link" isInline onClick={onEdit} data-testid="editOwner">
        {t("owner.edit")}
      </Button>
    </p>
  );

  function day(): string {
    const date = reviewDate ?? "";
    return review === "notADate" ? escapeInvisible(date) : formatDay(locale, date);
  }
}
