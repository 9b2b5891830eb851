import { useMemo, useState } from "react";
import type { Subject } from "../../keycloak/change/read-now.ts";
import {
  type FoundRealms,
  findAdministeredRealms,
} from "../../keycloak/survey/find-administered-realms.ts";
import { typingPause } from "../context/typing-pause.ts";
import { useAsync } from "../context/use-async.ts";
import { useTranslate } from "../context/use-translate.ts";
import {
  MenuSearch,
  MenuSearchInput,
  MenuToggle,
  Select,
  SelectList,
  SelectOption,
} from "../parts/patternfly/menu.ts";
import { pf } from "../parts/patternfly-classes.ts";
import { SearchField } from "../parts/SearchField.tsx";
import type { ClientStateHandle } from "./use-client-state.ts";

type RealmPickerProps = {
  readonly handle: Pick<ClientStateHandle, "administeredRealm" | "administer"> & {
    readonly subject: Pick<Subject, "api">;
  };
  readonly isDisabled?: boolean;
};

/** Chooses the realm that a client of `master` administers: each has admin roles of its own there. */
export function RealmPicker({ handle, isDisabled = false }: RealmPickerProps) {
  const { subject, administeredRealm, administer } = handle;
  const t = useTranslate();
  const [isOpen, setIsOpen] = useState(false);
  const [text, setText] = useState("");
  const found = useFoundRealms(subject, text, isOpen);
  const label = t("realmPicker.label");
  return (
    <div className={pf("u-mb-md")}>
      <Select
        isOpen={isOpen}
        onOpenChange={setIsOpen}
        selected={administeredRealm}
        isScrollable
        onSelect={(_, realm) => {
          setIsOpen(false);
          administer(String(realm));
        }}
        toggle={(ref) => (
          <MenuToggle
            ref={ref}
            isExpanded={isOpen}
            isDisabled={isDisabled}
            onClick={() => setIsOpen(!isOpen)}
            aria-label={`${label}: ${administeredRealm}`}
            data-testid="realmPicker"
          >
            {label}: <strong>{administeredRealm}</strong>
          </MenuToggle>
        )}
      >
        <MenuSearch>
          <MenuSearchInput>
            <SearchField
              label={t("realmPicker.search")}
              text={text}
              onText={setText}
              data-testid="realmPickerSearch"
            />
          </MenuSearchInput>
        </MenuSearch>
        <SelectList>
          {typeof found === "string" ? (
            <SelectOption isDisabled>{t(`realmPicker.${found}`)}</SelectOption>
          ) : (
            <>
              {found.realms.map((realm) => (
                <SelectOption key={realm} value={realm}>
                  {realm}
                </SelectOption>
              ))}
              {found.realms.length === 0 ? (
                <SelectOption isDisabled>{t("realmPicker.none")}</SelectOption>
              ) : null}
              {found.isCut ? <SelectOption isDisabled>{t("realmPicker.more")}</SelectOption> : null}
            </>
          )}
        </SelectList>
      </Select>
    </div>
  );
}

/** The realms that fit what was typed last; until they are known, those that fitted before. */
function useFoundRealms(
  { api }: Pick<Subject, "api">,
  text: string,
  isOpen: boolean,
): FoundRealms | "loading" | "failed" {
  const wanted = text.trim();
  const find = useMemo(
    () =>
      isOpen
        ? async (signal: AbortSignal) => {
            if (wanted !== "") await typingPause(signal);
            return findAdministeredRealms(api, wanted);
          }
        : undefined,
    [api, wanted, isOpen],
  );
  const { state, value } = useAsync<FoundRealms>(find);
  if (state.kind === "failed") return "failed";
  return value ?? (state.kind === "loading" ? state.previous : undefined) ?? "loading";
}
