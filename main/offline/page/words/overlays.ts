/** How the windows that lie over pages are called in their ids and classes. Data only. */

/** Those of the companies that ask for consent, and what publishers call their own. */
export const consentMark =
  /(?:^|\s)(?:onetrust\S*|ot-sdk\S*|cookiebot\S*|cybot\S*|didomi\S*|usercentrics\S*|uc-banner\S*|sp_message\S*|sp_veil|qc-cmp\S*|truste\S*|trustarc\S*|cmplz\S*|borlabs-?cookie\S*|cky-\S*|osano\S*|iubenda\S*|klaro\S*|cc-(?:window|banner|dialog)\S*|tarteaucitron\S*|axeptio\S*|evidon\S*|fc-consent\S*|moove_gdpr\S*|cli-(?:modal|bar|plugin|settings|user)\S*|(?:js-)?(?:cookie|gdpr|consent|privacy|cmp)[-_]?(?:law|info|consent|notice|banner|bar|popup|overlay|modal|dialog|message|wall|layer|prompt|manager|warning|policy|container|wrapper|alert)\S*)(?=\s|$)/i;

/** Windows for anything else. */
export const modalMark =
  /(?:^|\s)(?:modal|modal-(?:dialog|content|overlay|wrapper|container)|popup(?:-(?:overlay|modal|wrapper|container))?|newsletter-(?:modal|popup)|paywall-(?:modal|overlay)|\S+-modal|lightbox-(?:overlay|modal))(?=\s|$)/i;
