import { session } from "electron";

/**
 * The system's proxies for an address, as a PAC script answers (`PROXY host:port; DIRECT`): its
 * settings, scripts and environment, as Chromium reads them.
 */
export const proxyFor = (address: string): Promise<string> =>
  session.defaultSession.resolveProxy(address);
