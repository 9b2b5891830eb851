import { useTranslate } from "../../context/use-translate.ts";
import { CopyField } from "../../parts/CopyField.tsx";
import { Title } from "../../parts/patternfly/text.ts";
import { pf } from "../../parts/patternfly-classes.ts";
import { DownloadKey } from "./DownloadKey.tsx";

interface PrivateKeyProps {
  readonly clientId: string;
  readonly privateKeyPem: string;
  /** Called after it was copied or saved. */
  readonly onSaved: () => void;
}

/** The private key, which is nowhere else: to be saved now. */
export function PrivateKey({ clientId, privateKeyPem, onSaved }: PrivateKeyProps) {
  const t = useTranslate();
  return (
    <section className={pf("u-mt-lg")} aria-labelledby="new-client-key">
      <Title headingLevel="h2" size="md" id="new-client-key">
        {t("newClient.key")}
      </Title>
      <p className={pf("u-mb-sm")}>{t("newClient.key.once")}</p>
      <div className={pf("u-mb-sm")}>
        <DownloadKey {...{ clientId, privateKeyPem, onSaved }} testId="downloadKey" />
      </div>
      <CopyField
        name={t("newClient.key")}
        text={privateKeyPem}
        testId="newClientKey"
        onCopied={onSaved}
      />
    </section>
  );
}
