import { shell } from "electron";

/** An address that is not handed to the system. `code` and `details` cross the bridge. */
export class RefusedAddressError extends Error {
  readonly code = "refused-address";
  readonly details: Readonly<Record<string, string>>;

  constructor(address: string) {
    super("only web and mail addresses are opened outside");
    this.name = "RefusedAddressError";
    this.details = { host: address.slice(0, 200) };
  }
}

/**
 * The only door to the system's programs: http, https and mailto. Anything else (`file:`, `smb:`,
 * a scheme that some program registered) could start things that a news article must not start.
 */
export async function openExternally(address: string): Promise<void> {
  const url = URL.parse(address);
  if (url === null || !["http:", "https:", "mailto:"].includes(url.protocol)) {
    throw new RefusedAddressError(address);
  }
  await shell.openExternal(url.href);
}
