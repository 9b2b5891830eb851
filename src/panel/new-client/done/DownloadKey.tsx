import { useEffect, useState } from "react";
import { useTranslate } from "../../context/use-translate.ts";
import { Button } from "../../parts/patternfly/button.ts";
import { keyFileName } from "./key-file-name.ts";

interface DownloadKeyProps {
  readonly clientId: string;
  readonly privateKeyPem: string;
  readonly onSaved: () => void;
  readonly testId: string;
}

/** Saves the private key as a file. */
export function DownloadKey(props: DownloadKeyProps) {
  const { clientId, privateKeyPem, onSaved, testId } = props;
  const t = useTranslate();
  const address = useFile(privateKeyPem);
  return (
    <Button
      component="a"
      href={address}
      download={keyFileName(clientId)}
      onClick={onSaved}
      data-testid={testId}
    >
      {t("newClient.key.download")}
    </Button>
  );
}

/** The address of a file with that text, as long as it is shown. */
function useFile(text: string): string | undefined {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([text], { type: "application/x-pem-file" }));
    setAddress(made);
    // The browser begins to save at once; afterwards the file's address is of no use.
    return () => void setTimeout(() => URL.revokeObjectURL(made), 10_000);
  }, [text]);
  return address;
}
