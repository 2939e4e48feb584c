/** What pages say that stand before an article or in its place, in several languages. Data only. */

/** Titles of pages that check whether a person is asking. */
export const botTitle =
  /^(?:just a moment|attention required|access denied|access to this page has been denied|ddos-guard|one (?:more step|moment,? please)|checking your browser|are you (?:a robot|human)|pardon our interruption|security check|please verify|(?:verify|verifying) (?:you are|that you are|your browser)|human verification|robot check|vercel security checkpoint|making sure you(?:'|’)re not a bot|client challenge|captcha|bitte (?:bestätigen|warten)|einen moment|überprüfung|un instant|un momento|vérification|verificación|verifica|доступ (?:ограничен|запрещен)|проверка|请稍候|安全验证|ロボットではない|잠시만)/i;

/** Traces of such checks in the page's source. */
export const botTrace =
  /cf-chl-|challenge-platform|_incapsula_resource|captcha-delivery\.com|px-captcha|perimeterx|geo\.captcha|anubis_challenge|awswafintegration|ddos-guard|datadome|human-challenge|arkoselabs|kasada|distil_r_captcha/i;

/** What such a page asks, where an article would stand. */
export const botText =
  /(?:enable javascript and cookies to continue|(?:verify|confirm|prove) (?:that )?(?:you are|you['’]re) (?:a |not a )?(?:human|robot|person)|press (?:and|&) hold|checking (?:if the site|your browser)|unusual (?:traffic|activity) from|(?:blocked|denied) (?:by|because).{0,60}(?:bot|automat)|complete the (?:captcha|security check)|you have been blocked|reference id|ray id|bestätigen sie,? dass sie (?:ein mensch|kein roboter)|êtes[- ]vous un (?:robot|humain)|confirme que no es un robot|no eres un robot|non sei un robot|não é um robô|подтвердите, что (?:вы не робот|запросы)|确认您不是机器人|ロボットではないことを確認)/i;

export const consentHost =
  /^(?:consent|zustimmung|guce|cmp|privacy-mgmt|cookie(?:s|-consent)?|myprivacy)\./i;
export const consentPath =
  /\/(?:consent|cookie-?wall|privacy-?(?:wall|gate|settings)|zustimmung|gdpr-?consent|collectconsent)(?:[/?.]|$)/i;
export const consentTitle =
  /(?:before you continue|cookie (?:consent|settings|wall)|your privacy (?:choices|matters)|we value your privacy|privacy (?:settings|preferences)|consent (?:required|settings)|bevor sie fortfahren|datenschutz-?einstellungen|zustimmung|mit werbung weiterlesen|avant de continuer|gestion (?:des cookies|du consentement)|votre vie privée|antes de continuar|configuración de (?:cookies|privacidad)|su privacidad|prima di continuare|la tua privacy|sua privacidade|cookie-?instellingen|voordat je verdergaat|jouw privacy|dina cookies|personvern|samtykke|zgoda|twoja prywatność|настройки конфиденциальности)/i;

/** Words of such pages: one that holds several of them, and little else, is one. */
export const consentWords: readonly RegExp[] = [
  /\bcookies?\b|кук[иі]/i,
  /\b(?:consent|einwilligung|zustimm\w+|consentement|consentimiento|consenso|consentimento|toestemming|samtycke|samtykke|zgod\w+)\b|согласи/i,
  /\b(?:partners?|partner[nes]?|drittanbieter|third[- ]part\w+|partenaires|socios|fornitori|terceiros|parceiros|leveranciers|zaufan\w+)\b|партн[её]р/i,
  /\b(?:personal (?:data|information)|personenbezogene\w*|données personnelles|datos personales|dati personali|dados pessoais|persoonsgegevens|personuppgifter|dane osobowe)\b|персональн\w* данн/i,
  /\b(?:accept(?:er|eren|a|o|s)?(?: all| and| tout| alle)?|akzeptieren|aceptar|accetta|aceitar|godkänn|zaakceptuj|reject|ablehnen|refuser|rechazar|rifiuta|rejeitar|weigeren)\b|принять/i,
  /\b(?:personali[sz]ed (?:ads|advertising|content)|personalisierte\w*|publicités? personnalisées?|anuncios personalizados|annunci personalizzati|legitimate interest|berechtigte\w* interesse\w*|intérêt légitime|interés legítimo|iab|tcf|gdpr|dsgvo|rgpd)\b/i,
];

export const loginPath =
  /\/(?:log-?in|sign-?in|signin|auth|sso|accounts?\/(?:login|signin)|wp-login\.php|users\/sign_in|anmelden|connexion|iniciar-sesion|acceso|entrar)(?:[/?.]|$)/i;
export const loginTitle =
  /^(?:log ?in|sign ?in|please (?:log|sign) in|login required|anmelden|anmeldung|einloggen|connexion|se connecter|iniciar sesión|accedi|entrar|inloggen|logga in|logg inn|log ind|zaloguj|вход|авторизация|ログイン|登录|登入|로그인)(?:\s|$|[|:–—-])/i;

/** Headlines of pages that stand where nothing is. */
export const errorTitle =
  /(?:^|[\s|:–—-])(?:error )?(?:404|410)(?:$|[\s|:–—!.-])|(?:page|article|story|content|post|document|file|resource) (?:(?:you .{0,30} )?(?:(?:could|can|was|is|has|does)(?: ?not|n['’]t)?(?: been| be)? )?(?:not )?(?:found|exist|available|deleted|removed|gone|unavailable|moved))|^(?:not found|page missing|oops|whoops|sorry,|we['’]re sorry|something went wrong|this page (?:isn['’]t|is not|does not|doesn['’]t))|^(?:internal server error|service unavailable|bad gateway|forbidden|(?:error )?(?:403|500|502|503)\b)|seite (?:wurde )?nicht gefunden|nicht gefunden$|artikel (?:ist )?nicht (?:mehr )?(?:gefunden|verfügbar)|page (?:introuvable|non trouvée|inexistante)|contenu introuvable|página no (?:encontrada|existe|disponible)|no (?:se ha )?encontrad[oa]|pagina non trovata|página não encontrada|conteúdo não encontrado|pagina niet gevonden|sidan (?:finns inte|hittades inte|kunde inte)|siden (?:finnes ikke|ble ikke funnet|findes ikke|blev ikke fundet)|sivua ei löyt|nie znaleziono|strona nie istnieje|stránka nenalezena|страница не найдена|сторінку не знайдено|sayfa bulunamadı|halaman tidak ditemukan|ページが見つかりません|見つかりませんでした|页面(?:不存在|未找到|无法找到)|找不到(?:页面|頁面|網頁)|페이지를 찾을 수 없/i;

/** Sentences of such pages. */
export const errorText =
  /(?:(?:the )?(?:page|article|story|link|content|url) (?:you(?:['’]re| are| were|['’]ve)? .{0,40})?(?:(?:could|can|was|is|may|might|has|does)(?: ?not|n['’]t)?(?: have)?(?: been| be)? )?(?:not (?:found|exist|available)|no longer (?:available|exists?)|been (?:moved|deleted|removed)|does(?:n['’]t| not) exist|be found)|(?:die|diese) (?:gewünschte |angeforderte |aufgerufene )?(?:seite|adresse) .{0,60}(?:nicht (?:gefunden|gibt|existiert|verfügbar)|existiert nicht|gibt es nicht)|(?:la|cette) page .{0,60}(?:n['’]existe (?:pas|plus)|introuvable|pas (?:été )?trouvée)|la página .{0,60}(?:no existe|no (?:se ha )?encontr|no está disponible)|la pagina .{0,60}(?:non esiste|non (?:è stata )?trovata)|a página .{0,60}não (?:existe|foi encontrada)|(?:deze|de) pagina .{0,60}(?:bestaat niet|niet (?:gevonden|meer))|(?:strona|страница) .{0,60}(?:nie (?:istnieje|została)|не (?:существует|найдена)|была (?:удалена|перемещена))|お探しのページ|您(?:访问|要找|查找)的页面)/i;

/** Says that nothing is shown without scripts. */
export const scriptsText =
  /(?:(?:enable|activate|turn on|requires?|needs?|without|allow) (?:javascript|scripts?)|javascript (?:is|must be|to be)(?: currently)? (?:disabled|enabled|required|turned)|javascript (?:aktivieren|ist deaktiviert)|activer javascript|(?:active|habilite|activar|habilitar) (?:el )?javascript|(?:abilita|attiva)(?:re)? javascript|(?:ative|habilite) o javascript|включите javascript|启用 ?javascript|javascript ?を有効)/i;

/** Lines that say that the rest is for subscribers; each is a short line or box of its own. */
export const subscriptionPrompt =
  /(?:(?:subscribe|sign (?:in|up)|log ?in|register|join|become a (?:member|subscriber)|create (?:a|your) (?:free )?account)\b.{0,60}\b(?:to (?:continue|keep|read|finish|unlock|access|view)|for (?:full|unlimited) access)|(?:to (?:continue|keep) reading|continue reading (?:with|this|for)|to read (?:the (?:full|rest|whole)|this (?:article|story))).{0,60}(?:subscri|sign|log|register|account|member|trial)|(?:this|the full|rest of (?:this|the)) (?:article|story|content|post) is (?:only )?(?:for|available (?:only )?(?:to|for)|reserved for|exclusive to|free for) .{0,30}(?:subscribers|members|registered)|(?:subscriber|member|premium)[- ](?:only|exclusive) (?:content|article|story|access)|already (?:a|an) (?:subscriber|member|registered)|unlock (?:this|the) (?:article|story|full)|you(?:['’]ve| have) (?:reached|used|read|hit) (?:your|all|the) .{0,40}(?:limit|free|articles)|this is a (?:premium|subscriber|members?)|want to (?:read|keep) .{0,30}\? (?:subscribe|sign)|(?:diese[rn]?|der|den|vollständige[rn]?|ganze[rn]?) (?:artikel|beitrag|text|inhalt) .{0,50}(?:abonnent|abo\b|registriert|premium|plus[- ]?(?:mitglied|abo))|(?:weiterlesen|jetzt lesen|weiter lesen) (?:mit|als|im) .{0,40}(?:\babo|plus|premium|\+|digital|test)|(?:jetzt|hier) (?:abonnieren|abo abschließen|freischalten|registrieren) und weiterlesen|(?:bereits|schon) (?:abonnent|abonniert|registriert|kunde)|sie haben (?:bereits )?ein .{0,20}abo|exklusiv für (?:abonnent|mitglied)|(?:cet|la suite de (?:cet|l['’])) ?article est (?:réservée? aux|accessible aux)|réservée? (?:aux|à nos) abonnés|il vous reste .{0,20}(?:à lire|% de cet article)|déjà abonnée?|abonnez-vous pour (?:lire|continuer|accéder|poursuivre)|la suite .{0,30}abonnés|(?:contenido|artículo|noticia) (?:exclusiv[oa]|solo|reservad[oa]) para (?:los )?(?:suscriptor|usuari|socio)|suscr[ií]b(?:ete|ase) para (?:seguir|continuar|leer)|para (?:seguir|continuar) leyendo.{0,60}(?:suscr|regist|inicia)|(?:ya eres|ya es|eres ya) (?:suscriptor|usuario)|(?:questo|il) (?:articolo|contenuto) è (?:riservato|disponibile) .{0,20}abbonati|(?:contenuto|articolo) (?:riservato|esclusivo) .{0,20}abbonati|abbonati per (?:continuare|leggere|proseguire)|(?:sei già|già) abbonato|(?:conteúdo|artigo|matéria|reportagem) (?:exclusiv[oa]|restrit[oa]|reservad[oa]) .{0,20}assinantes|assine (?:para|e) (?:continu|ler|le[ri]a)|já é assinante|(?:dit artikel|verder lezen|dit verhaal) .{0,50}(?:abonnee|abonnement|premium|account)|(?:al|reeds|ben je) abonnee|(?:läs|les|læs) (?:vidare|hele|hela|videre|resten) .{0,50}(?:abonn|plus|konto|logg)|(?:artikeln|saken|artiklen) (?:är|er) (?:endast |kun )?för? (?:prenumeranter|abonnenter)|redan prenumerant|allerede abonnent|lue (?:koko|lisää) .{0,30}tilaaj|(?:dostęp|artykuł|treść) .{0,30}(?:dla|tylko) .{0,20}(?:prenumerator|subskryb)|(?:полный текст|материал|статья|чтобы (?:прочитать|читать)) .{0,50}(?:подписчик|подписк|оформите)|уже (?:есть подписка|подписаны)|この(?:記事|先)は?.{0,12}(?:有料|会員|登録).{0,6}(?:限定|専用|のみ|が必要)|(?:続き|全文)を?(?:読む|お読み).{0,12}(?:会員|登録|購読)|残り\s?\d+\s?(?:文字|字)|(?:付费|付費|会员|會員|订阅|訂閱)(?:后|後|用户)?.{0,6}(?:阅读|閱讀|可见|可見|全文|专享)|(?:이 기사는|전체 기사|유료).{0,20}(?:구독자|회원|멤버십|로그인))/iu;

/** Ends of texts that go on elsewhere. */
export const cutOff =
  /(?:\[(?:…|\.\.\.)\]|…|\.\.\.)\s*(?:\(?(?:read more|continue|more|weiterlesen|lire la suite|leer más|leggi tutto|leia mais|lees meer)\)?\s*)?$/i;
