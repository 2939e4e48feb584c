import { shell } from "electron";
import { outsideAddress } from "./outside-address.ts";

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

/** The only door to the system's programs: http, https and mailto, see `outsideAddress`. */
export async function openExternally(address: string): Promise<void> {
  const allowed = outsideAddress(address);
  if (allowed === null) throw new RefusedAddressError(address);
  await shell.openExternal(allowed);
}
