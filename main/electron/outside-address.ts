/** Longer addresses are refused by browsers, and by systems before them. */
const longest = 4096;
/** What a link may write into a message; other fields, such as `attach`, reach for files. */
const mailFields = new Set(["subject", "body", "cc", "bcc", "to"]);

function plainMail(url: URL): string {
  const fields = [...url.searchParams].filter(([name]) => mailFields.has(name.toLowerCase()));
  const query = fields.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&");
  return `mailto:${url.pathname}${query === "" ? "" : `?${query}`}`;
}

/**
 * An address as it may be handed to the system's programs; null for one that may not. Only http,
 * https and mailto: anything else (`file:`, `smb:`, a scheme that some program registered) could
 * start things that a news article must not start. Names and passwords are left out: in an
 * article they only serve to make an address look like another's.
 */
export function outsideAddress(address: string): string | null {
  const url = address.length > longest ? null : URL.parse(address);
  switch (url?.protocol) {
    case "http:":
    case "https:":
      url.username = "";
      url.password = "";
      return url.href.length > longest ? null : url.href;
    case "mailto:":
      return plainMail(url);
    default:
      return null;
  }
}
