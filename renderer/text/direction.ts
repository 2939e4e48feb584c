const rightToLeft =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/gu;
const letters = /\p{L}/gu;
/** Characters that are looked at: enough to tell, whatever names a text begins with. */
const reach = 600;

/**
 * The direction of a publisher's text, by most of its letters: the engine's own `auto` goes by the
 * first, and a headline that begins with "iPhone" may be Arabic. Without letters: "auto".
 */
export function directionOf(text: string): "ltr" | "rtl" | "auto" {
  const start = text.slice(0, reach);
  const all = start.match(letters)?.length ?? 0;
  if (all === 0) return "auto";
  return (start.match(rightToLeft)?.length ?? 0) * 2 > all ? "rtl" : "ltr";
}
