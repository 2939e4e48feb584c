/** Pages that must never be stored as an article. */
import { describe, expect, test } from "vitest";
import {
  readPage,
  type NoArticleReason,
  type PageOrigin,
} from "../../../../main/offline/page/read-page.ts";
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

describe("the same in other shapes and languages", () => {
  const paragraph =
    "La vieja historia de la ciudad y de su puente, contada otra vez por los vecinos.";

  test.each<[string, NoArticleReason, string, string?]>([
    [
      "a check by Cloudflare's shape, in German",
      "bot-wall",
      "<title>Nur einen Moment…</title><body><h1>news.example</h1><p>Überprüfung, ob Sie ein Mensch sind. Dies kann einige Sekunden dauern.</p><script>window._cf_chl_opt={}</script><div id=cf-chl-widget></div>",
    ],
    [
      "a check by Cloudflare's shape, in Spanish",
      "bot-wall",
      "<title>Un momento…</title><body><p>Verificando que usted es un ser humano. Esto puede tardar unos segundos.</p>",
    ],
    [
      "a check by Cloudflare's shape, in Chinese",
      "bot-wall",
      "<title>请稍候…</title><body><p>请完成以下操作，验证您是真人。</p>",
    ],
    [
      "cookies and scripts to go on",
      "bot-wall",
      "<title>news.example</title><body><p>Enable JavaScript and cookies to continue</p>",
    ],
    [
      "a request blocked",
      "bot-wall",
      "<title>Attention Required!</title><body><h1>Sorry, you have been blocked</h1><p>You are unable to access news.example. Ray ID: 0a1b2c</p>",
    ],
    [
      "a check by DataDome's shape with a frame alone",
      "bot-wall",
      '<title>news.example</title><body><iframe src="https://geo.captcha-delivery.com/captcha/?initialCid=x"></iframe>',
    ],
    [
      "a check by PerimeterX's shape, bare",
      "bot-wall",
      '<title>Human verification</title><body><div id="px-captcha"></div>',
    ],
    [
      "a check in Italian",
      "bot-wall",
      "<title>Giornale</title><body><p>Conferma che non sei un robot per continuare a leggere.</p>",
    ],
    [
      "a check in Portuguese",
      "bot-wall",
      "<title>Jornal</title><body><p>Confirme que você não é um robô para continuar.</p>",
    ],
    [
      "consent by redirect with the way back",
      "consent-wall",
      `<title>Sua escolha</title><body>${sentences("es", 5)}`,
      "https://news.example/consent?returnUrl=https%3A%2F%2Fnews.example%2Ftown",
    ],
    [
      "consent on a host of its own",
      "consent-wall",
      `<title>Choices</title><body>${sentences("en", 5)}`,
      "https://myprivacy.news.example/?callbackUrl=https%3A%2F%2Fnews.example%2Ftown",
    ],
    [
      "consent in Italian",
      "consent-wall",
      "<title>La tua privacy</title><body><p>Noi e i nostri fornitori usiamo i cookie. Accetta o rifiuta.</p>",
    ],
    [
      "consent in Dutch",
      "consent-wall",
      "<title>Cookie-instellingen</title><body><p>Wij en onze partners gebruiken cookies. Accepteren of weigeren?</p>",
    ],
    [
      "consent in Polish",
      "consent-wall",
      "<title>Twoja prywatność</title><body><p>My i nasi zaufani partnerzy używamy plików cookie.</p>",
    ],
    [
      "consent in Spanish, by its words",
      "consent-wall",
      "<title>Diario</title><body><p>Nosotros y nuestros 800 socios usamos cookies y tratamos datos personales para anuncios personalizados. Puede aceptar o rechazar las cookies; su consentimiento se puede retirar. Política de privacidad y cookies.</p>",
    ],
    [
      "a form to log in, in French",
      "login",
      "<title>Se connecter | Journal</title><body><form><input type=email><input type=password></form><p>Mot de passe oublié ?</p>",
    ],
    [
      "a title to log in, in Japanese",
      "login",
      "<title>ログイン</title><body><p>会員の方はこちら</p>",
    ],
    [
      "a sign-in page by its address",
      "login",
      "<title>Welcome</title><body><form><input type=password></form>",
      "https://news.example/users/sign_in?return_to=%2Ftown",
    ],
    [
      "not found, in Portuguese",
      "error-page",
      "<title>Jornal</title><body><h1>Página não encontrada</h1><p>Volte ao início.</p>",
    ],
    [
      "not found, in Dutch",
      "error-page",
      "<title>Pagina niet gevonden</title><body><p>Ga naar de voorpagina.</p>",
    ],
    [
      "not found, in Polish",
      "error-page",
      "<title>Gazeta</title><body><h1>Nie znaleziono strony</h1>",
    ],
    [
      "not found, in Swedish",
      "error-page",
      "<title>Tidningen</title><body><h1>Sidan hittades inte</h1><p>Prova sökningen.</p>",
    ],
    ["not found, in Chinese", "error-page", "<title>页面不存在</title><body><p>返回首页</p>"],
    [
      "not found, in Korean",
      "error-page",
      "<title>신문</title><body><h1>페이지를 찾을 수 없습니다</h1>",
    ],
    [
      "a failing server that says 200",
      "error-page",
      "<title>Internal Server Error</title><body><h1>500</h1><p>Please try again later.</p>",
    ],
    [
      "not found with teasers below",
      "error-page",
      `<title>404 | Diario</title><body><h1>No encontrado</h1>${`<article><a href=/x><h3>${paragraph}</h3></a></article>`.repeat(8)}`,
    ],
    [
      "scripts, in German",
      "needs-scripts",
      "<title>Zeitung</title><body><noscript>Bitte JavaScript aktivieren.</noscript><div id=x></div>",
    ],
    [
      "scripts, in Spanish",
      "needs-scripts",
      "<title>Diario</title><body><noscript>Active JavaScript para ver esta página.</noscript><div id=x></div>",
    ],
    [
      "scripts, in Japanese",
      "needs-scripts",
      "<title>新聞</title><body><p>JavaScriptを有効にしてください。</p>",
    ],
  ])("%s: %s", (_name, reason, html, at) => {
    expect(reasonOf(html, at === undefined ? {} : { address: at, askedFor: address })).toBe(reason);
  });
});

describe("what publishers wish", () => {
  const page = (meta: string): string =>
    `<title>The bridge opens</title>${meta}<body><article><h1>The bridge opens</h1>${sentences("en", 5)}</article>`;
  const reason = (meta: string, origin: Partial<PageOrigin> = {}): NoArticleReason | null => {
    const read = readPage(page(meta), { address, readDate, ...origin });
    return read.ok ? null : read.reason;
  };

  test.each<[string, string, string | null, NoArticleReason | null]>([
    ["nothing", "", null, null],
    ["no copies", '<meta name="robots" content="index, noarchive">', null, "publisher-wish"],
    ["no copies, in capitals", '<meta name="ROBOTS" content="NOARCHIVE">', null, "publisher-wish"],
    [
      "no machines that learn",
      '<meta name="robots" content="noai, noimageai">',
      null,
      "publisher-wish",
    ],
    ["us by name", '<meta name="broadsheet" content="noarchive">', null, "publisher-wish"],
    ["another by name", '<meta name="googlebot" content="noarchive">', null, null],
    [
      "no place in lists of search engines",
      '<meta name="robots" content="noindex,nosnippet">',
      null,
      null,
    ],
    ["no copies, by the header", "", "noindex, noarchive", "publisher-wish"],
    ["us by name, by the header", "", "broadsheet: noarchive", "publisher-wish"],
    ["another by name, by the header", "", "googlebot: noarchive, nosnippet", null],
    [
      "another by name, then all in a line of its own",
      "",
      "otherbot: nofollow\nnoarchive",
      "publisher-wish",
    ],
    ["another, then all", "", "unavailable_after: 2030-01-01, noarchive", "publisher-wish"],
  ])("%s", (_name, meta, robotsTag, expected) => {
    expect(reason(meta, { robotsTag })).toBe(expected);
  });

  test("a person's own order makes the copy theirs, but never where no machine is to have it", () => {
    const isOrdered = true;
    expect(reason('<meta name="robots" content="noarchive">', { isOrdered })).toBeNull();
    expect(reason('<meta name="robots" content="noai">', { isOrdered })).toBe("publisher-wish");
  });
});
