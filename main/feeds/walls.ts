/** Pages that stand in the way of what was asked for. */
import { attributesOf, nextTag } from "./html.ts";
import { plainText } from "./text.ts";
import type { Wall } from "./types.ts";

/** How far into a page its signs are looked for. */
const reach = 200_000;
/** A page with more words than this has something to say of its own. */
const wordsOfWall = 400;

const botTitle =
  /^(?:just a moment|attention required|access denied|access to this page has been denied|ddos-guard|one moment, please|checking your browser|are you a robot|pardon our interruption|security check|please verify|human verification|robot check|vercel security checkpoint|making sure you(?:'|’)re not a bot)/i;
const botTrace =
  /cf-chl-|challenge-platform|_incapsula_resource|captcha-delivery\.com|px-captcha|geo\.captcha|anubis_challenge|awswafintegration|ddos-guard/i;
const consentHost = /^(?:consent|zustimmung|guce|cmp|privacy-mgmt|cookie(?:s|-consent)?)\./i;
const consentTitle =
  /(?:before you continue|bevor sie fortfahren|avant de continuer|cookie consent|your privacy|we value your privacy|datenschutz-einstellungen|zustimmung)/i;
const loginPath =
  /\/(?:log-?in|sign-?in|signin|auth|sso|accounts?\/login|wp-login\.php|users\/sign_in)(?:[/?.]|$)/i;
const parkedText =
  /(?:domain (?:is|may be) for sale|buy this domain|this domain (?:name )?(?:has expired|is parked)|domain parking|parkingcrew|sedoparking|hugedomains\.com)/i;

/** What stands in the way, or null when the page seems to be what it is. */
export function wallOf(html: string, address: string): Wall | null {
  const page = html.slice(0, reach);
  const url = URL.parse(address);
  const title = titleOf(page);
  if (botTitle.test(title) || botTrace.test(page)) {
    return isShort(page) || botTitle.test(title) ? "bot-wall" : null;
  }
  if (consentHost.test(url?.hostname ?? "")) return "consent";
  if (consentTitle.test(title) && isShort(page)) return "consent";
  const isAtLogin = loginPath.test(url?.pathname ?? "");
  if (hasPasswordField(page) && (isAtLogin || isShort(page))) return "login";
  if (parkedText.test(page) && isShort(page)) return "parked";
  return null;
}

function titleOf(html: string): string {
  const match = /<title[^>]*>([^<]{0,500})/i.exec(html);
  return plainText(match?.[1] ?? "");
}

function isShort(html: string): boolean {
  return plainText(html).split(" ").length <= wordsOfWall;
}

function hasPasswordField(html: string): boolean {
  for (let tag = nextTag(html, 0); tag !== null; tag = nextTag(html, tag.end)) {
    if (tag.name !== "input") continue;
    if (attributesOf(html, tag).get("type")?.toLowerCase() === "password") return true;
  }
  return false;
}
