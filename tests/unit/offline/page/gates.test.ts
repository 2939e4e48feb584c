/** Pages that must never be stored as an article. */
import { describe, expect, test } from "vitest";
import { readPage, type NoArticleReason } from "../../../../main/offline/page/read-page.ts";
import { sentences } from "./sentences.ts";

const address = "https://news.example/town/2024/the-bridge-opens";
const readDate = (): null => null;

function reasonOf(
  html: string,
  origin: { address?: string; askedFor?: string; feedText?: string } = {},
): NoArticleReason | null {
  const read = readPage(html, { address, readDate, ...origin });
  return read.ok ? null : read.reason;
}

describe("walls and pages where nothing is", () => {
  test.each<[string, NoArticleReason, string, string?]>([
    [
      "a check by Cloudflare's shape",
      "bot-wall",
      '<title>Just a moment...</title><body><h1>news.example</h1><p>Verifying you are human. This may take a few seconds.</p><script src="/cdn-cgi/challenge-platform/h/b/orchestrate"></script>',
    ],
    [
      "a check by PerimeterX's shape",
      "bot-wall",
      '<title>Access to this page has been denied</title><body><div id="px-captcha"></div><p>Press &amp; Hold to confirm you are a human (and not a bot).</p><p>Reference ID 1234</p>',
    ],
    [
      "a check by DataDome's shape",
      "bot-wall",
      '<title>news.example</title><body><p id="cmsg">Please wait</p><script src="https://ct.captcha-delivery.com/c.js"></script>',
    ],
    [
      "a check that asks in German",
      "bot-wall",
      "<title>Nachrichten</title><body><p>Bitte bestätigen Sie, dass Sie ein Mensch sind, um fortzufahren.</p>",
    ],
    [
      "a check that asks in French",
      "bot-wall",
      "<title>Journal</title><body><h2>Êtes-vous un robot ?</h2><p>Cochez la case pour continuer.</p>",
    ],
    [
      "a check that asks in Japanese",
      "bot-wall",
      "<title>確認</title><body><p>ロボットではないことを確認してください。</p>",
    ],
    [
      "a wall of consent in English",
      "consent-wall",
      `<title>News</title><body><div><h1>Your choices</h1><p>We and our 812 partners store cookies and personal data on your device. With your consent we show personalised ads. You can accept all cookies or reject them. Some partners rely on legitimate interest. See our privacy policy about cookies.</p><button>Accept all</button></div>`,
    ],
    [
      "a wall of consent in German",
      "consent-wall",
      `<title>Mit Werbung weiterlesen</title><body><p>Besuchen Sie uns wie gewohnt mit Werbung und Cookies. Ihre Zustimmung können Sie jederzeit widerrufen.</p>`,
    ],
    [
      "a wall of consent in French",
      "consent-wall",
      `<title>Journal</title><body><h2>Le respect de votre vie privée est notre priorité</h2><p>Avec nos 210 partenaires, nous utilisons des cookies pour stocker des données personnelles. Avec votre consentement, des publicités personnalisées seront affichées. Vous pouvez accepter ou refuser les cookies.</p>`,
    ],
    [
      "a host for consent",
      "consent-wall",
      `<title>Yes?</title>${sentences("en", 6)}`,
      "https://consent.news.example/collect",
    ],
    [
      "a form to log in",
      "login",
      `<title>News</title><body><h1>Welcome back</h1><form><input name=user><input type=password name=secret></form><p>Forgot it?</p>`,
    ],
    [
      "an address to log in",
      "login",
      `<title>Anmelden</title><body><form><input type=password></form>`,
      "https://news.example/login?next=/town",
    ],
    [
      "a title to log in, in Spanish",
      "login",
      "<title>Iniciar sesión | Diario</title><body><p>Introduzca su correo.</p>",
    ],
    [
      "not found, in English",
      "error-page",
      "<title>Page not found | News</title><body><h1>404</h1><p>Try the front page.</p>",
    ],
    [
      "not found, in German",
      "error-page",
      "<title>Seite nicht gefunden</title><body><h1>Hier ist nichts</h1><p>Vielleicht hilft die Suche.</p>",
    ],
    [
      "not found, in French",
      "error-page",
      "<title>Journal</title><body><h1>Page introuvable</h1><p>Retour à l’accueil.</p>",
    ],
    [
      "not found, in Spanish",
      "error-page",
      "<title>Diario</title><body><h1>Ups</h1><p>La página que busca no existe o ha sido eliminada.</p>",
    ],
    [
      "not found, in Italian",
      "error-page",
      "<title>Pagina non trovata</title><body><p>Torna alla home.</p>",
    ],
    [
      "not found, in Russian",
      "error-page",
      "<title>Страница не найдена</title><body><p>Попробуйте поиск.</p>",
    ],
    [
      "not found, in Japanese",
      "error-page",
      "<title>ページが見つかりません</title><body><p>トップへ</p>",
    ],
    [
      "gone, in a sentence",
      "error-page",
      "<title>News</title><body><h1>Sorry about that</h1><p>The story you are looking for is no longer available.</p>",
    ],
    [
      "a program's empty place",
      "needs-scripts",
      '<title>News</title><body><div id="root"></div><script src="/app.js"></script>',
    ],
    [
      "nothing without scripts",
      "needs-scripts",
      "<title>News</title><body><noscript>You need to enable JavaScript to run this app.</noscript><div></div>",
    ],
    ["an empty page", "no-article", ""],
    [
      "a page of menus",
      "no-article",
      "<title>News</title><body><nav><a href=/a>Town</a><a href=/b>Sport</a></nav><p>Hello.</p>",
    ],
  ])("%s: %s", (_name, reason, html, at) => {
    expect(reasonOf(html, at === undefined ? {} : { address: at })).toBe(reason);
  });

  test("the front page in place of an article that moved away", () => {
    const html = `<title>News</title><body>${sentences("en", 8)}`;
    expect(reasonOf(html, { address: "https://news.example/", askedFor: address })).toBe(
      "front-page",
    );
    expect(reasonOf(html, { address: "https://news.example/en/", askedFor: address })).toBe(
      "front-page",
    );
    expect(reasonOf(html, { address: `${address}/`, askedFor: address })).toBeNull();
  });

  test("less than the feed gave", () => {
    const html = `<title>The bridge opens</title><body><article><h1>The bridge opens</h1>${sentences("en", 2)}</article>`;
    expect(reasonOf(html, { feedText: "word ".repeat(2_000) })).toBe("less-than-feed");
    expect(reasonOf(html, { feedText: "word ".repeat(20) })).toBeNull();
  });

  test("no text is given for what is refused", () => {
    const read = readPage("<title>404 Not found</title><p>Nothing here", { address, readDate });
    expect(read).toEqual({ ok: false, reason: "error-page", other: null });
  });
});

describe("articles that speak of such things", () => {
  test.each([
    [
      "cookies",
      "Cookies need consent now",
      "Publishers and their partners must ask for consent before they store cookies or personal data, the court said; readers can accept or reject them.",
    ],
    [
      "robots",
      "Are you a robot?",
      "The test that asks you to prove you are human, with its blurred traffic lights, is twenty years old, and machines now pass it more often than people do.",
    ],
    [
      "a page not found",
      "Page not found: the history of 404",
      "The page you are looking for does not exist: since 1992 this sentence has greeted everybody who followed a link that somebody had forgotten about.",
    ],
    [
      "passwords",
      "Sign in, sign out",
      "Log in with your password, says the screen, and nobody remembers which of them it was, although the notebook lies in the drawer where it always lay.",
    ],
    [
      "Cloudflare",
      "Access denied: who guards the web",
      "Checking your browser, said the page, and nothing happened for an hour while the company that guards a fifth of the web looked for the mistake.",
    ],
  ])("%s: kept", (_name, headline, text) => {
    const html = `<title>${headline}</title><body><article><h1>${headline}</h1><p>${text}</p>${sentences("en", 10)}<p>${text}</p></article>
      <div id="onetrust-banner" role="dialog"><p>We and our partners use cookies with your consent.</p></div><form><input type=password></form>`;
    const read = readPage(html, { address, readDate });
    expect(read).toMatchObject({ ok: true, headline });
    expect(read.ok && read.text).toContain(text);
    expect(read.ok && read.text).not.toContain("We and our partners");
  });
});
