/** What a browser shows after all redirects. */
export interface Page {
  readonly url: string;
  readonly html: string;
}

/** As much of a browser as signing in needs: it keeps cookies, follows redirects and sends forms. */
export interface Browser {
  /** Opens an address, or sends a form to it. Redirects to addresses that begin with `until` aren't followed. */
  readonly open: (url: string, until: string, form?: Form) => Promise<Page>;
  /** Keeps the cookies of an answer that another program got. */
  readonly keepCookies: (url: string, response: Response) => void;
}

type Form = Readonly<Record<string, string>>;

interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly path: string;
}

const mostRedirects = 20;

/** A browser without cookies, for one server: cookies are identified only by their path. */
export function newBrowser(): Browser {
  const cookies = new Map<string, Cookie>();

  const keepCookies: Browser["keepCookies"] = (url, response) => {
    for (const header of response.headers.getSetCookie()) {
      const cookie = readCookie(header, url);
      const key = `${cookie.path} ${cookie.name}`;
      if (/;\s*max-age=0/i.test(header)) cookies.delete(key);
      else cookies.set(key, cookie);
    }
  };

  const open: Browser["open"] = async (start, until, form) => {
    let url = start;
    let body = form === undefined ? undefined : new URLSearchParams(form);
    for (let count = 0; count < mostRedirects; count += 1) {
      const { pathname } = new URL(url);
      const sent = [...cookies.values()].filter(({ path }) => pathname.startsWith(path));
      const response = await fetch(url, {
        method: body === undefined ? "GET" : "POST",
        headers: { cookie: sent.map(({ name, value }) => `${name}=${value}`).join("; ") },
        redirect: "manual",
        ...(body === undefined ? {} : { body }),
      });
      keepCookies(url, response);
      const html = await response.text();
      const location = response.headers.get("location");
      if (location === null) return { url, html };
      url = new URL(location, url).href;
      if (url.startsWith(until)) return { url, html: "" };
      body = undefined;
    }
    throw new Error(`${start} redirects without end.`);
  };

  return { open, keepCookies };
}

function readCookie(header: string, url: string): Cookie {
  const [pair = ""] = header.split(";");
  const end = pair.indexOf("=");
  const path = /;\s*path=([^;]*)/i.exec(header)?.[1] ?? new URL(url).pathname;
  return { name: pair.slice(0, end).trim(), value: pair.slice(end + 1), path };
}

/** Where the form with that id is sent to. Throws an error with the page's words when it has none. */
export function formAddress(page: Page, id: string): string {
  const form = new RegExp(`<form[^>]*id="${id}"[^>]*>`).exec(page.html)?.[0] ?? "";
  const action = /action="([^"]*)"/.exec(form)?.[1];
  if (action === undefined) throw new Error(`${page.url} has no form ${id}: ${wordsOf(page)}`);
  return action.replaceAll("&amp;", "&");
}

/** What a person reads on the page, shortened. */
export function wordsOf({ html }: Page): string {
  const text = html.replace(/<(script|style|head)[\s\S]*?<\/\1>/g, " ").replace(/<[^>]*>/g, " ");
  return text.replace(/\s+/g, " ").trim().slice(0, 200);
}
