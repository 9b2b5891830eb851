import { useEffect, useState } from "react";

/** The address of a file with a text, as long as it is shown. */
export function useFileAddress(text: string, type: string): string {
  const [address, setAddress] = useState("");
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([text], { type }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [text, type]);
  return address;
}
