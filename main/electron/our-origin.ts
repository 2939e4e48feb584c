/** Where the window's pages live: one scheme and host, which only this program answers. */
export const scheme = "app";
export const ourHost = "broadsheet";
export const windowAddress = `${scheme}://${ourHost}/index.html`;

/** Whether an address is one of our own pages or stored pictures. */
export function isOurs(address: string): boolean {
  const url = URL.parse(address);
  return url?.protocol === `${scheme}:` && url.host === ourHost;
}
