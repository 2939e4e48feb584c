/** Parts of paths by which services are known that synchronise folders. */
const services: readonly (readonly [part: RegExp, name: string])[] = [
  [/^dropbox( \(.+\))?$/i, "Dropbox"],
  [/^onedrive( - .+)?$/i, "OneDrive"],
  [/^(icloud drive|icloud|com~apple~clouddocs|iclouddrive)$/i, "iCloud Drive"],
  [/^(google ?drive|googledrive-.+|my drive)$/i, "Google Drive"],
  [/^(nextcloud|owncloud|pcloud ?drive|megasync|syncthing|box sync)$/i, "a synchronised folder"],
];

/**
 * The service that synchronises a folder, by its path, or null. Such services rename, lock and
 * bring back files behind a program's back, and damage libraries that two machines have open.
 */
export function syncedBy(path: string): string | null {
  for (const part of path.split(/[/\\]/))
    for (const [pattern, name] of services) if (pattern.test(part)) return name;
  return null;
}
