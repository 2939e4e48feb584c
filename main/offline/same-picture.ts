/** Marks of a size in a file name: `-1024x683`, `_640`, `@2x`, `-scaled`, `-rotated`. */
const sizeMark =
  /(?:[-_.]\d{2,5}x\d{2,5}(?:-[\da-f]{6,8})?|[-_]\d{3,4}[wh]?|@\dx|-scaled|-rotated|-e\d{10,})+$/i;
/** File names that say nothing about what the picture shows. */
const vagueName =
  /^(?:\d{1,5}|image|img|photo|picture|master|main|default|original|large|medium|small|thumb(?:nail)?|cover|hero|featured|index|file|download|media)$/i;
const sizeSegment = /^(?:\d{2,5}(?:x\d{2,5})?|[wh]\d{2,5}|[a-z]{1,3}_[^/]*)$/i;
/** Words in the names of pictures that stand for a site, not for a story. */
const genericName = /(?:^|[-_./])(?:logo|default|placeholder|fallback|share|favicon)(?:[-_.\d]|$)/i;

/** What two addresses of the same picture in different sizes have in common. */
export function pictureKey(address: string): string {
  const url = URL.parse(address);
  if (url === null) return address;
  const segments = url.pathname.split("/").filter((segment) => segment !== "");
  const file = segments.at(-1) ?? "";
  const hasExtension = /\.[a-z]{3,4}$/i.test(file);
  const name = file.replace(/\.[a-z]{3,4}$/i, "").replace(sizeMark, "");
  const isTelling = name.length >= (hasExtension ? 5 : 12) && !vagueName.test(name);
  if (isTelling) return name.toLowerCase();
  const folders = segments.slice(0, -1).filter((segment) => !sizeSegment.test(segment));
  // Without an extension the picture is often told by the query alone (`/_next/image?url=…`).
  const last = hasExtension ? "" : `${file}${url.search}`;
  return [url.hostname, ...folders, last].join("/").toLowerCase();
}

/** True for a site's logo, share card or stand-in. */
export function isGenericPicture(address: string): boolean {
  const path = URL.parse(address)?.pathname ?? "";
  return genericName.test(path.slice(path.lastIndexOf("/") + 1));
}
