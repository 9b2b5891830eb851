/**
 * Copies a text. Pages that came over plain http have no clipboard; there, the browser's own copying is
 * told what to copy.
 *
 * @returns whether it was copied
 * @see [Clipboard API, copy event](https://www.w3.org/TR/clipboard-apis/#clipboard-event-copy)
 */
export async function copyText(text: string, page: Document): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const give = (event: ClipboardEvent) => {
      event.clipboardData?.setData("text/plain", text);
      event.preventDefault();
    };
    page.addEventListener("copy", give, { once: true });
    const isCopied = page.execCommand("copy");
    page.removeEventListener("copy", give);
    return isCopied;
  }
}
