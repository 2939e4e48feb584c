/**
 * Chromium knows no `app:` scheme of ours, so `app://broadsheet/x` is shown to it as
 * `https://broadsheet.app.localhost/x`: a secure context, answered before any network is asked.
 */
import type * as Electron from "electron";

/** What the program answers requests for its own scheme with. */
export type ProgramHandler = Parameters<Electron.Protocol["handle"]>[1];

/** The schemes that the program answers itself, filled by `protocol.handle`. */
export const handlers = new Map<string, ProgramHandler>();

const imitated = /^https:\/\/([a-z0-9.-]+)\.([a-z][a-z0-9+-]*)\.localhost(?=[/?#]|$)/i;

/** @returns the address as Chromium sees it; addresses of other schemes stay as they are. */
export function toBrowserAddress(address: string): string {
  const [, scheme, host, rest] = /^([a-z][a-z0-9+-]*):\/\/([^/?#]*)(.*)$/is.exec(address) ?? [];
  if (scheme === undefined || !handlers.has(scheme)) return address;
  return `https://${host ?? ""}.${scheme}.localhost${rest ?? ""}`;
}

/** @returns the address as the program knows it; addresses that are not ours stay as they are. */
export function toProgramAddress(address: string): string {
  return address.replace(imitated, (whole, host: string, scheme: string) =>
    handlers.has(scheme) ? `${scheme}://${host}` : whole,
  );
}

/** @returns the origin as Electron reports it, such as `app://broadsheet`; "null" for opaque ones. */
export function originOf(programAddress: string): string {
  const [origin, scheme] = /^([a-z][a-z0-9+-]*):\/\/[^/?#]*/i.exec(programAddress) ?? [];
  if (origin !== undefined && scheme !== undefined && handlers.has(scheme)) return origin;
  return URL.parse(programAddress)?.origin ?? "null";
}
