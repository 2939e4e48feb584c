/** Lists of what serves counting and sharing, not reading. Data only. */

/** Link parameters that only tell where a click came from. */
export const trackingParameters = new Set(
  (
    "fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid ysclid twclid ttclid igshid igsh mc_cid " +
    "mc_eid mkt_tok _hsenc _hsmi __hssc __hstc __hsfp hsctatracking vero_id vero_conv oly_anon_id " +
    "oly_enc_id rb_clickid s_cid wickedid _openstat ml_subscriber ml_subscriber_hash srsltid " +
    "ref_src ref_url at_campaign at_medium at_custom1 at_custom2 at_custom3 at_custom4 at_link_id at_link_origin " +
    "at_link_type at_ptr_name at_bbc_team at_format wt_mc wt_zmc cmpid ns_mchannel ns_source " +
    "ns_campaign ns_linkname ns_fee ito xtor partner_tracking"
  ).split(" "),
);
export const trackingPrefixes: readonly string[] = ["utm_", "hsa_", "pk_", "mtm_", "piwik_"];

/** Hosts (and their subdomains) whose pictures and frames only count readers. */
export const trackerHosts: readonly string[] = [
  "2o7.net",
  "adnxs.com",
  "amazon-adsystem.com",
  "bluekai.com",
  "chartbeat.net",
  "counter.theconversation.com",
  "counter.theguardian.com",
  "criteo.com",
  "demdex.net",
  "doubleclick.net",
  "feedsportal.com",
  "feedads.g.doubleclick.net",
  "google-analytics.com",
  "googleadservices.com",
  "googlesyndication.com",
  "googletagmanager.com",
  "imrworldwide.com",
  "omtrdc.net",
  "pheedo.com",
  "pixel.wp.com",
  "quantserve.com",
  "rss.buysellads.com",
  "scorecardresearch.com",
  "stats.wordpress.com",
  "taboola.com",
];

/** Host and path of counting pictures on hosts that also serve other things. */
export const trackerAddresses: readonly RegExp[] = [
  /^(?:www\.)?facebook\.com\/tr\b/,
  /^feeds\.feedburner\.com\/~(?:r|ff)\//,
  /^feeds\.wordpress\.com\/1\.0\//,
  /^blogger\.googleusercontent\.com\/tracker\//,
  /^medium\.com\/_\/stat\b/,
  /^[^/]*list-manage\.com\/track\/open/,
  /^[^/]*mandrillapp\.com\/track\/open/,
  /^(?:pixel|pixels|beacon)\.[^/]+\//,
];

/** Host and path of pages that only pass an article on. */
export const shareAddresses: readonly RegExp[] = [
  /^(?:[\w-]+\.)?facebook\.com\/(?:sharer|share\.php|dialog\/(?:share|feed|send))/,
  /^(?:mobile\.)?(?:twitter|x)\.com\/(?:intent\/|share\b|home\?status=)/,
  /^(?:www\.)?linkedin\.com\/(?:sharearticle|sharing|shareArticle)/i,
  /^(?:www\.)?pinterest\.[a-z.]+\/pin\/create/,
  /^(?:[\w-]+\.)?reddit\.com\/submit/,
  /^(?:api|web)\.whatsapp\.com\/send/,
  /^wa\.me\/\?/,
  /^(?:t|telegram)\.me\/share/,
  /^bsky\.app\/intent\//,
  /^(?:www\.)?threads\.(?:net|com)\/intent\//,
  /^(?:www\.)?tumblr\.com\/(?:share|widgets\/share)/,
  /^(?:www\.)?addtoany\.com\//,
  /^(?:www\.)?addthis\.com\//,
  /^(?:www\.)?getpocket\.com\/(?:save|edit)/,
  /^news\.ycombinator\.com\/submitlink/,
  /^feeds\.feedburner\.com\/~ff\//,
  /^(?:www\.)?flipboard\.com\/bookmarklet/,
  /^(?:www\.)?xing\.com\/(?:spi\/shares|social\/share)/,
  /^vk\.com\/share\.php/,
  /^(?:[\w-]+\.)?line\.me\/(?:R\/msg|lineit)/,
];

/** Classes that publishing systems give to bars of sharing buttons. */
export const shareBarClass =
  /(?:^|\s)(?:feedflare|sharedaddy|sd-sharing\S*|addtoany\S*|addthis\S*|a2a_kit|social-?share\S*|share-?(?:bar|buttons?|links?|tools?|icons?)|sharing-?(?:buttons?|links?|icons?)|post-?shar(?:e|ing)|article-?shar(?:e|ing)|heateor\S*|ssba\S*|shariff|(?:entry|post|content|story)-?(?:share|sharing)(?:-?(?:bar|buttons?|links?|icons?))?)(?:\s|$)/i;

/** Classes that publishing systems give to boxes of other stories and of newsletters. */
export const boxClass =
  /(?:^|\s)(?:jp-relatedposts|yarpp(?:-related)?|related-?(?:posts?|stories|articles?|links?|content|news)|crp_related|rp4wp-related-posts|newsletter(?:-?(?:signup|sign-up|form|box|widget|subscribe|promo|cta))?|mc_embed_signup|mailpoet_form|subscription-widget(?:-wrap)?|email-?signup)(?:\s|$)/i;

/** Classes of text that only programs read out, or that a script sets in the place of what follows. */
export const unseenClass =
  /(?:^|\s)(?:sr-only|screen-reader-text|visually-?hidden|katex-html|MathJax(?:_Preview|_SVG|_CHTML)?|MathJax_Display)(?:\s|$)/;

/** Addresses that count a click and pass it on, with the parameters that hold where to. */
export const detours: readonly (readonly [address: RegExp, parameters: readonly string[]])[] = [
  [/^(?:www\.)?google\.[a-z.]+\/url$/, ["q", "url"]],
  [/^lm?\.(?:facebook|instagram)\.com\/l?\.?(?:php)?/, ["u"]],
  [/^(?:www\.)?youtube\.com\/redirect$/, ["q"]],
  [/^out\.reddit\.com\//, ["url"]],
  [/^t\.umblr\.com\/redirect$/, ["z"]],
  [/^(?:go|redirect)\.(?:skimresources|viglink)\.com\//, ["url", "u"]],
  [/^[\w.-]+\.safelinks\.protection\.outlook\.com\//, ["url"]],
];
