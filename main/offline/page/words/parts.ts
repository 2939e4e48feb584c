/** What articles of several pages say where one of their pages ends. Data only, several languages. */

/** "Page 2 of 3", "2/3". */
export const pageCountLine =
  /^(?:(?:page|seite|página|pagina|strona|sida|side|страница|стр\.?|sivu|sayfa)\s*)?\d{1,2}\s*(?:\/|of|von|sur|de|di|van|av|af|из|z)\s*\d{1,2}$|^(?:page|seite|página|pagina|strona|sida|side|страница)\s+\d{1,2}:?$|^(?:\d{1,2}\s+){1,}\d{1,2}$|^第?\s*\d{1,2}\s*(?:ページ|页|頁)(?:目)?$/i;

/** "Continued on the next page: …", "Next page". */
export const pageTurnLine =
  /^[\s»›→>]*(?:(?:continued?|go on|read on|more) (?:on|to|at) (?:the )?(?:next page|page \d{1,2})|next page|previous page|(?:weiter|lesen sie) (?:auf|mit) (?:der nächsten seite|seite \d{1,2})|(?:nächste|vorherige|folgende) seite|(?:lire la|à la) suite (?:à la|en|sur la) page|page (?:suivante|précédente)|(?:sigue|continúa) en la (?:página )?(?:siguiente|\d)|página (?:siguiente|anterior)|(?:continua|segue) (?:a|alla) pagina|pagina (?:successiva|precedente)|continua na (?:próxima )?página|próxima página|página anterior|(?:lees )?verder op (?:de volgende )?pagina|volgende pagina|następna strona|следующая страница|читать далее на странице|次(?:の)?ページ|前(?:の)?ページ|下一[页頁]|上一[页頁])/i;

/** Labels of links to a page that holds all of an article that is cut into several. */
export const wholeLabel =
  /^(?:(?:view|read|show)(?: the)?(?: article| story)?(?: as| on| in)?(?: a| one)? single page|single page(?: view)?|view all(?: pages)?|show all pages|(?:artikel )?auf einer seite(?: lesen| anzeigen)?|komplett(?:er artikel|ansicht)|alles auf einer seite|(?:lire|afficher) (?:l['’]article )?(?:en|sur) une (?:seule )?page|(?:ver|leer) en una (?:sola |única )?página|(?:leggi|vedi) (?:tutto )?(?:in|su) una (?:sola )?pagina|alles op één pagina|全文表示|全文を(?:表示|読む)|单页阅读|阅读全文|單頁閱讀)$/i;
