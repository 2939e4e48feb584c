import type { Picture } from "../../preload/contract/contract.ts";
import { t, wordError } from "../text/text.ts";

/**
 * Gives an `img` of an article its picture from this disk; where there is none, a quiet box stands
 * in its place with the picture's description and the reason. Called again when that changes.
 */
export function showPicture(image: HTMLImageElement, picture: Picture): void {
  const box = image.nextElementSibling;
  const hasBox = box instanceof HTMLElement && box.classList.contains("missing-picture");
  image.alt = picture.alt;
  image.loading = "lazy";
  image.decoding = "async";
  // The picture's own measure keeps its place before it is loaded, so nothing jumps.
  if (picture.width !== null && picture.height !== null) {
    image.width = picture.width;
    image.height = picture.height;
  }
  if (picture.media !== null) {
    if (hasBox) box.remove();
    image.hidden = false;
    const address = `media/${picture.media}`;
    if (image.getAttribute("src") !== address) image.src = address;
    return;
  }
  image.hidden = true;
  image.removeAttribute("src");
  // A picture of a single point counts readers; nobody misses it.
  if (Math.min(picture.width ?? 2, picture.height ?? 2) < 2) return;
  const note = hasBox ? box : document.createElement("span");
  note.className = "missing-picture";
  keepPlace(note, picture);
  note.replaceChildren(...describe(picture));
  if (!hasBox) image.after(note);
}

/** Gives the box of a missing picture the picture's own measure, so that nothing jumps when it comes. */
export function keepPlace(box: HTMLElement, { width, height }: Picture): void {
  if (width === null || height === null || height < 2) return;
  box.style.setProperty("--picture-width", `${width}px`);
  box.style.setProperty("--picture-ratio", `${width} / ${height}`);
}

/** Why a picture is not there, in words. */
export function wordMissingPicture(picture: Picture): string {
  return picture.failure === null
    ? t("article.pictureWaiting")
    : t("article.pictureMissing", { reason: wordError({ code: picture.failure }) });
}

function describe(picture: Picture): HTMLElement[] {
  const reason = document.createElement("small");
  reason.textContent = wordMissingPicture(picture);
  if (picture.alt === "") return [reason];
  const description = document.createElement("span");
  description.textContent = picture.alt;
  return [description, reason];
}
