/** Where a format's pictures stand, as texts name them: `pictures/<name>`. */
export const pictureFolder = "pictures";

const named = new RegExp(`(?<=src=")${pictureFolder}/([0-9a-f]{64}\\.[a-z]+)(?=")`, "g");

/**
 * A rendered text, parted where pictures are named: texts and pictures' names in turn, beginning and
 * ending with a text. Joined with `pictures/` before the names it is what it was.
 */
export function picturesIn(text: string): { readonly texts: string[]; readonly names: string[] } {
  const parts = text.split(named);
  return {
    texts: parts.filter((_, at) => at % 2 === 0),
    names: parts.filter((_, at) => at % 2 === 1),
  };
}
