/**
 * Lines that publishers put into articles and that say nothing of the story, in several languages.
 * Data only. Patterns are met with one whole line, white space collapsed.
 */

function line(...pieces: readonly string[]): RegExp {
  return new RegExp(`^[\\s\\p{P}\\p{S}]*(?:${pieces.join("|")})[\\s\\p{P}\\p{S}]*$`, "iu");
}

function start(...pieces: readonly string[]): RegExp {
  return new RegExp(`^[\\s\\p{P}\\p{S}]*(?:${pieces.join("|")})`, "iu");
}

/** Labels of advertisements, players and buttons: dropped wherever they stand. */
export const label = line(
  "ad(?:vert(?:isement|ising|orial)?s?)?(?: - (?:scroll|continue).*)?",
  "sponsored(?: content)?",
  "paid content",
  "(?:story|article|report|content|post) continues? (?:below|after).{0,30}",
  "continue reading(?: below| the (?:main|full) story)?",
  "(?:please )?(?:scroll|swipe)(?: down)? (?:to|for) .{0,30}",
  "read (?:more|full story|the full story|full article)",
  "(?:this )?(?:slideshow|video|content|page|feature) (?:requires|needs) (?:javascript|cookies).*",
  "(?:sorry, )?your browser (?:does not|doesn['’]t) support.*",
  "(?:please )?enable javascript.*",
  "media playback is (?:un|not )supported on (?:your|this) device",
  "loading(?: (?:video|comments|more))?",
  "(?:play|watch|now playing|replay|pause|mute|unmute|tap to unmute|click to (?:play|enlarge|expand)|enlarge (?:image|this image)|view (?:gallery|slideshow|photos|image|fullscreen)|see (?:gallery|photos)|full ?screen|toggle caption|hide caption|open image modal|show (?:more|less|caption)|expand|collapse|close|caption|caption close|image|photos?|video|gallery)",
  "(?:image|photo|slide|picture) \\d+ of ?/? ?\\d+",
  "\\d+ ?(?:of|/) ?\\d+(?: (?:photos|images|slides))?",
  "skip (?:to|past) (?:main )?(?:content|navigation|the .*|newsletter.*|.* promotion)",
  "(?:jump|go|back) to (?:top|comments|content|navigation|the top.*)",
  "(?:share|tweet|email|e-mail|print|save|bookmark|copy link|link copied!?|facebook|twitter|x|whatsapp|linkedin|pinterest|reddit|flipboard|pocket|telegram|messenger)(?:[\\s,|/•·&]+(?:(?:this|on|via|with|to|and|article|story|post|friends?|share|tweet|email|e-mail|print|save|copy|link|facebook|twitter|x|whatsapp|linkedin|pinterest|reddit|flipboard|pocket|telegram|messenger|google|plus|mail|by)\\b)*)*",
  "(?:share|email|print|save|like) (?:this|the|on|via|with)(?: (?:article|story|post|page|item|link|facebook|twitter|x|email|friends))*",
  "(?:leave|post|write|add|view|show|read|hide|join|see)(?: (?:a|the|all|your|\\d+))?(?: conversation)?(?: comments?| reply)?",
  "\\d+ ?(?:comments?|shares?|views?|likes?|reactions?|replies)",
  "(?:no )?comments?(?: \\(\\d+\\)| (?:are )?(?:closed|off|disabled))?",
  "(?:related|recommended|trending|popular)",
  // German
  "anzeige|werbung|weiterlesen(?: nach der anzeige)?|mehr (?:anzeigen|lesen|laden)|(?:artikel|beitrag) (?:teilen|drucken|merken|anhören|vorlesen)|teilen|drucken|merken|kommentare?(?: \\(?\\d+\\)?)?|zum inhalt springen|bild(?:er)? in großansicht|bildunterschrift(?: anzeigen)?|zur galerie|externer inhalt|inhalt (?:laden|anzeigen)",
  // French
  "publicité|la suite après (?:cette|la) publicité|lire la suite|partager(?: sur .*| l['’]article)?|imprimer|commentaires?|\\d+ commentaires?|aller au contenu.*|ouvrir la légende|voir plus|chargement.*|contenu sponsorisé",
  // Spanish
  "publicidad|anuncio|seguir leyendo|leer más|compartir(?: en .*)?|imprimir|comentarios?|\\d+ comentarios?|ir al contenido.*|ver más|cargando.*|contenido patrocinado|continúa leyendo.*",
  // Italian
  "pubblicità|continua (?:a leggere|la lettura)(?: dopo .*)?|leggi tutto|condividi(?: su .*)?|stampa|commenti|\\d+ commenti|vai al contenuto.*|caricamento.*|contenuto sponsorizzato",
  // Portuguese
  "publicidade|anúncio|continua (?:após|depois d[ao]) (?:a )?publicidade|leia mais|continue lendo|compartilh(?:e|ar)(?: .{0,30})?|partilh(?:e|ar)(?: .{0,30})?|imprimir|comentários?|\\d+ comentários?|ir para o conteúdo.*|carregando.*",
  // Dutch
  "advertentie|lees (?:meer|verder)|(?:artikel )?delen|reacties|\\d+ reacties|ga naar (?:de )?inhoud.*|tekst gaat verder onder .*|lees verder onder de advertentie",
  // Swedish, Norwegian, Danish, Finnish
  "annons|annonse|annonce|mainos|läs mer|les mer|læs mere|lue lisää|dela(?: .{0,30})?|del(?: artik\\w+)?|jaa|kommentarer|kommentit|artikeln fortsätter (?:under|efter).*|artikkelen fortsetter under.*|artiklen fortsætter (?:efter|under).*",
  // Polish, Czech
  "reklama|czytaj (?:więcej|dalej)|udostępnij|komentarze|dalszy ciąg (?:materiału|artykułu).*|ciąg dalszy.*reklam.*|pokračování článku.*|inzerce|sdílet|diskuse",
  // Russian, Ukrainian
  "реклама|читать (?:далее|полностью)|поделиться.{0,30}|комментарии|комментировать|распечатать|продовження після реклами|поділитися",
  // Turkish, Indonesian
  "reklam|devamını oku|paylaş|yorumlar?|iklan|baca selengkapnya|bagikan|komentar|scroll to (?:continue|resume).*",
  // Japanese, Chinese, Korean
  "広告|スポンサーリンク|続きを読む|シェア(?:する)?|印刷|コメント|广告|廣告|阅读(?:全文|更多)|閱讀(?:全文|更多)|分享(?:到.*)?|评论|評論|광고|공유(?:하기)?|인쇄|댓글|더 ?보기",
);

/** Beginnings of lines that lead to another story. */
export const teaserStart = start(
  "(?:see |read |watch |view |listen |hear )?(?:also|related)(?: (?:stor(?:y|ies)|articles?|coverage|posts?|news|content|reading|links?|topics?|videos?|on .{1,30}))?\\s*[:：>»|–—-]",
  "(?:related|recommended|further reading|more (?:on|from|about) .{1,60}|more|next|previously|earlier|background|in depth|opinion|analysis|explainer|exclusive|on .{3,30}\\.com)\\s*[:：>»]",
  "(?:read|see|learn|find out|discover)(?: much)? more\\s*(?:[:：>»|–—-]|about|on|at|here|from)",
  "(?:also )?(?:read|see|watch|check out|listen)\\s*[:：>»|–—]",
  "(?:also read|read also|see also|must read|don['’]t miss|you (?:may|might) (?:also )?(?:like|be interested)|click here (?:to|for)|read (?:the|our) (?:full|original|review))",
  "lesen sie (?:auch|hier|mehr)|(?:auch interessant|mehr (?:zum thema|dazu|über)|siehe auch|passend dazu|zum thema|lesetipp|hintergrund|das könnte (?:sie|dich) (?:auch )?interessieren)\\s*[:：]?",
  "(?:à )?(?:lire|voir|écouter) (?:aussi|également)|pour aller plus loin|sur le même sujet|notre (?:article|dossier)\\s*[:：]",
  "(?:lea|lee|leer|vea|ver|mira|puedes leer|te puede interesar|también (?:te puede interesar|lee|lea)|le puede interesar|lee también|relacionad[oa]s?|más (?:información|en))\\s*(?:también|además|más)?\\s*[:：]",
  "(?:te puede interesar|le puede interesar|leer también|lea también|ver también)",
  "(?:leggi|guarda|vedi) anche|(?:potrebbe (?:anche )?interessarti|approfondisci|per approfondire)\\b",
  "(?:leia|veja|saiba|confira|assista|ouça)(?: (?:também|mais|ainda))\\b",
  "lees ook|zie ook|bekijk ook|lees meer\\s*[:：]",
  "läs (?:också|även|mer)|les også|læs også|lue myös|se også|se även",
  "(?:czytaj|zobacz|przeczytaj|sprawdź) (?:też|także|również|więcej)|čtěte (?:také|také)|přečtěte si",
  "(?:читайте|смотрите|см\\.) (?:также|еще|ещё|подробнее)|по теме\\s*[:：]|читайте також",
  "baca (?:juga|selengkapnya)|lihat juga|(?:ayrıca|bunu da) oku|ilgili haber",
  "(?:関連(?:記事|リンク)|あわせて読みたい|こちらも)|(?:延伸|相关|推荐|更多)(?:阅读|閱讀|新闻|报道|文章|內容)|(?:관련 ?기사|함께 ?보면)",
);

/** Headings after which comes what is not the article. */
export const tailHeading = line(
  "(?:(?:more|further) )?(?:related|recommended|suggested|similar|trending|popular|featured|latest|recent|top|must[- ]read|editor['’]?s?|sponsored|promoted|other|most (?:read|popular|viewed|shared|commented))(?: (?:stor(?:y|ies)|articles?|coverage|posts?|news|content|reads?|reading|links?|topics?|videos?|picks?|items?|headlines|tags|stories from .*|from .*|on .*|by .*|in .*|now|today|this week))+",
  "related|recommended|recommended (?:for you|by .*)|see also|read (?:next|more|also|this next|more (?:on|from|about).*)|up next|next (?:up|read|story|article)|more (?:from|on|in|about|stories|news|coverage|like this|great).*|more .{1,40} (?:news|stories|articles|headlines)|latest(?: news| in .*)?|latest .{1,30} (?:news|stories)|in (?:other|this) (?:news|story|series)|further reading|also (?:on|in|read|see) .*|don['’]?t miss(?: (?:a|these|this|out).*)?|what (?:to read|else).*|what['’]s (?:hot|trending|next).*|elsewhere on .*|around the web|from (?:the|our) (?:web|partners|sponsors|archive)|(?:popular|trending|hot)(?: now| today)?",
  "(?:(?:things|stories|posts|articles) )?you (?:may|might|should)(?: also| have)? (?:like|love|enjoy|missed|be interested.*|want .*|read)",
  "(?:want|like) (?:more|what you).{0,60}",
  "(?:the )?comments?(?: \\(?\\d+\\)?| section| on .*| policy)?|\\d+ (?:comments?|thoughts? on .*|responses? to .*|replies)|join the (?:conversation|discussion)|leave a (?:comment|reply)|(?:tell us )?what (?:do )?you think|have your say|post a comment|your comments?|reader comments|discussion",
  "(?:about|meet) the (?:author|writer|reporter|contributor)s?|about (?:us|me)|author bio|written by|contact (?:us|the author|the reporter)",
  "(?:newsletters?|sign up (?:for|to) .{0,60}|subscribe(?: (?:to|for|now|today).{0,60})?|get (?:the|our) .{0,40}newsletter.*|stay (?:connected|informed|in the loop|up to date).*|follow us.*|share (?:this|the)(?: \\w+)?|tags?|topics?|filed under.*|categories|sources?|disclaimer|advertisement|support (?:us|our|independent|quality).{0,40})",
  // German
  "(?:auch interessant|mehr (?:zum thema|dazu|aus .*|von .*|artikel|nachrichten)|weitere (?:artikel|nachrichten|themen|meldungen|beiträge|links)|das könnte (?:sie|dich) auch interessieren|lesen sie auch|meistgelesen.*|ähnliche (?:artikel|beiträge)|verwandte (?:themen|artikel)|zum thema|themen|schlagw(?:ort|örter)|kommentare?|diskussion|über (?:den autor|die autorin|den verfasser)|newsletter|leserkommentare|empfehlungen der redaktion|empfohlene?r? .*|neueste .*|startseite)",
  // French
  "(?:(?:à|a) lire (?:aussi|également|ensuite)|lire aussi|sur le même (?:sujet|thème)|articles? (?:liés?|similaires?|récents?|associés?|les plus lus)|les plus lus|plus (?:d['’]articles|d['’]actualités|de contenus).*|voir aussi|vous aimerez aussi.*|vous pourriez aussi aimer.*|à (?:découvrir|propos de l['’]auteur).*|commentaires?|réagir.*|mots[- ]clés|sujets|thèmes?|newsletter|dans la même rubrique|nos (?:derniers|autres) articles)",
  // Spanish
  "(?:noticias? relacionadas?|artículos? relacionados?|relacionad[oa]s|contenido relacionado|te puede interesar|también te puede interesar|le puede interesar|más (?:noticias|información|en|sobre|leíd[oa]s|artículos).*|lo más (?:leído|visto|popular)|ver también|lee también|comentarios|deja un comentario|sobre el autor|acerca del autor|etiquetas|temas|archivado en|boletín.*|últimas noticias|recomendad[oa]s.*|en esta nota|suscríbete.*)",
  // Italian
  "(?:leggi anche|potrebbe(?: anche)? (?:interessarti|piacerti)|articoli (?:correlati|simili|recenti)|ti potrebbe interessare.*|notizie correlate|altri articoli.*|altre notizie.*|i più letti|commenti|lascia un commento|sull['’]autore|tag|argomenti|newsletter|vedi anche|correlati)",
  // Portuguese
  "(?:leia também|leia mais|veja também|veja mais|saiba mais|notícias relacionadas|artigos relacionados|conteúdo relacionado|relacionad[oa]s|mais (?:lidas|notícias|sobre|artigos).*|últimas notícias|comentários|deixe (?:um|o seu) comentário|sobre o autor|tags|assuntos|newsletter|você (?:pode|também) .*gostar.*|recomendad[oa]s.*)",
  // Dutch, Nordic
  "(?:lees ook|lees meer.*|meer (?:over|van|nieuws|artikelen).*|gerelateerde? .*|reacties|tags|onderwerpen|over de auteur|meest gelezen|nieuwsbrief|zie ook|läs (?:också|även|mer).*|mer (?:om|från).*|relaterat|relaterade .*|kommentarer|ämnen|taggar|mest läst|les også|mer fra.*|relaterte .*|mest lest|læs også|læs mere.*|mere (?:om|fra).*|mest læste|relateret|lue myös|aiheet|kommentit)",
  // Polish, Czech, Russian, Ukrainian
  "(?:czytaj (?:też|także|również|więcej).*|zobacz (?:też|także|również).*|polecane.*|powiązane .*|podobne .*|najnowsze|najczęściej czytane|komentarze|tagi|więcej (?:na temat|o).*|o autorze|čtěte také|související .*|mohlo by vás zajímat|diskuse|štítky|читайте также|смотрите также|по теме|похожие .*|другие (?:новости|материалы).*|материалы по теме|новости по теме|комментарии.*|теги|метки|рекомендуем.*|самое (?:читаемое|популярное)|популярное|последние новости|об авторе|читайте також|коментарі)",
  // Turkish, Indonesian
  "(?:ilgili (?:haberler|yazılar|konular)|benzer .*|yorumlar|etiketler|önerilen.*|son dakika|çok okunanlar|baca juga|artikel terkait|berita terkait|terkait|komentar|tag|topik|terpopuler|rekomendasi.*|like this|share this)",
  // Japanese, Chinese, Korean
  "(?:関連(?:記事|リンク|キーワード|ニュース).*|あわせて読みたい.*|おすすめ(?:の?記事)?.*|人気(?:の?記事)?.*|最新記事.*|新着記事.*|コメント.*|タグ|キーワード|ランキング|(?:相关|相關|延伸|推荐|推薦|热门|熱門|最新|更多)(?:阅读|閱讀|新闻|新聞|报道|報導|文章|内容|內容|推荐).*|评论.*|評論.*|标签|標籤|(?:관련|추천|인기|많이 본|최신|다른) ?(?:기사|뉴스|글|콘텐츠).*|댓글.*|태그|키워드)",
);

/** Lines that ask to subscribe, follow, sign up, give or install. */
export const promotion = start(
  "(?:to )?(?:sign[- ]?up|register|subscribe|join)(?: (?:now|today|here|free|us|up))?(?: (?:to|for|with|on|at|and|via|below|by|in|over)\\b|[.!])",
  "(?:click|tap|go|press|head) here (?:to|for|and)\\b",
  "(?:you can )?(?:follow|like|find|join|connect with|friend) (?:us|me|him|her|them|@\\w+|the author|\\S+(?: \\S+){0,3}) (?:on|at|via|over)\\b.{0,40}(?:twitter|facebook|instagram|youtube|tiktok|linkedin|threads|bluesky|mastodon|telegram|whatsapp|google|snapchat|pinterest|social|x\\b)",
  "(?:(?:want|looking for|love|like|enjoy(?:ed|ing)?) .{1,80}\\? (?:sign|subscribe|get|check|follow|click|join|support|read|listen|try|become|download|consider|share))",
  "(?:get|receive|enjoy) .{0,80}\\b(?:newsletter|inbox|app|alerts|delivered|e-?mail|subscription|updates|notifications|unlimited)\\b",
  "(?:download|install|get) (?:the|our) .{0,50}\\bapp\\b",
  "(?:support|help) (?:us|our|independent|quality|local|the|fund|keep) .{0,80}(?:donat|subscri|journalism|contribut|reporting)",
  "(?:become|be) (?:a|an) .{0,30}(?:member|subscriber|supporter|patron|insider)\\b",
  "(?:send|email|share|submit|tell|let) us (?:your|a|know|what|e-?mail|in)\\b",
  "(?:reach|contact|e-?mail|write to|message) (?:the |our )?(?:reporters?|authors?|writers?|editors?|us|him|her|me|\\p{Lu}\\S+(?: \\p{Lu}\\S+){0,3})(?: (?:at|on|via|by)\\b|:)",
  "(?:listen|watch|tune in) to? .{0,60}(?:podcast|weekdays|live at|on demand|spotify|apple)",
  "our (?:free )?(?:newsletter|app|podcast)s?\\b",
  ".{5,120}\\b(?:by clicking here|click here|tap here|sign up here|subscribe here|in our newsletter)[\\s\\p{P}]*$",
  "(?:by (?:entering|submitting|providing|clicking|signing|subscribing)\\b.{0,120}(?:agree|consent|accept|terms|privacy)|i (?:agree|consent) to|please (?:enter|check|provide) .{0,40}e-?mail|thanks? (?:you )?for (?:signing|subscribing|reading)|create (?:your|a) free account|already (?:a|have an?) (?:subscriber|member|account))",
  "captivating .{0,80} straight to your inbox|.{0,120}(?:straight|right|directly|delivered) to your inbox",
  "every (?:day|week|weekday|morning) we (?:send|e-?mail)",
  "this (?:article|story|post|page|website|site) (?:contains|may contain|uses|includes) (?:affiliate|cookies|links)",
  "(?:we|\\S+) (?:may|might) (?:earn|receive|get) (?:a )?(?:small )?(?:commission|share)",
  "abonnieren sie|melden sie sich|jetzt (?:abonnieren|anmelden|testen|kostenlos|lesen)|folgen sie uns|(?:hier|jetzt) .{0,30}newsletter|laden sie .{0,30}app",
  "abonnez-vous|inscrivez-vous|suivez[- ](?:nous|l['’]actualité)|recevez .{0,60}(?:newsletter|mail)|téléchargez .{0,40}appli|soutenez\\b",
  "suscr[ií]b(?:ete|ase|irse)|s[ií]g(?:ue|a)nos|reg[ií]str(?:ate|ese)|recib[ea] .{0,60}(?:newsletter|correo|boletín|noticias)|descarg(?:a|ue) .{0,40}app|únete",
  "iscriviti|abbonati|segui(?:ci| .{0,40} su)\\b|ricevi .{0,60}(?:newsletter|mail)|scarica .{0,40}app",
  "assine|inscreva-se|siga(?:-nos| .{0,40}(?:instagram|facebook|twitter|google|whatsapp))|receba .{0,60}(?:newsletter|e-?mail|notícias)|baixe .{0,40}app|participe d[oa] .{0,40}(?:canal|grupo)",
  "abonneer|schrijf je in|volg ons|meld je aan|prenumerera|följ oss|abonner på|følg oss|følg os|tilmeld|tilaa",
  "zapisz się|subskrybuj|obserwuj nas|śledź nas|подпи(?:шитесь|сывайтесь|сывайся)|следите за|підпи(?:шіться|суйтесь)",
  "ikuti (?:kami|berita|saluran)|dapatkan (?:berita|update)|takip edin|abone ol",
  "(?:メルマガ|フォロー|チャンネル)登録|(?:关注|订阅|關注|訂閱)(?:我们|我們|微信)|구독(?:하기|하세요)|팔로우",
);

/** Lines at the end: who owns it, who wrote it, what it is about. */
export const ending = start(
  "(?:copyright|©|\\(c\\)) ?(?:\\d{4}|©|by|\\S+ \\d{4}|\\p{Lu})",
  ".{0,60}all rights reserved",
  "(?:this (?:material|article|story|content|report|post)) (?:may not be|was|has been|originally|first|is|appeared|appears)(?: (?:originally|first|also|republished|published|reproduced|reprinted|produced|syndicated|updated|corrected|amended|part of|made|provided))",
  "(?:originally|first) (?:published|appeared|posted)",
  "(?:updated|posted|published|last updated|last modified|first published|edited)(?: (?:on|at|by))?[:：]? .{0,60}\\d",
  "(?:filed under|tags?|tagged|topics?|categor(?:y|ies)|keywords|posted in|read more about|more about|subjects?|see more on)(?:\\s*[:：]|\\s(?:[^.!?,]{2,40},){3})",
  "(?:posted|filed) (?:in|under)\\b|tags? .{0,20}[,|]",
  "(?:reporting|additional reporting|editing|writing|story|with reporting|compiled|translated|with (?:files|inputs?)|contributed to) (?:by|from)\\b|.{3,80} contributed to this (?:report|story|article)",
  "(?:\\p{Lu}[\\p{L}.'’-]+ ){2,4}(?:is|was) (?:a|an|the|our|\\p{Lu}\\S+['’]s) .{0,60}\\b(?:writer|reporter|editor|journalist|columnist|correspondent|contributor|author|freelance\\w*|producer|fellow|professor|blogger)\\b.{0,200}$",
  "(?:via|source|quelle|fuente|fonte|bron|källa|źródło|источник|출처|来源|來源|出典)\\s*[:：]",
  "image (?:credit|source|via)s?\\b|(?:photo|featured image|images?|cover photo|header image)s?(?: (?:credit|source|courtesy|by|via)\\b| ?:)",
  "(?:more|journal) information\\s*[:：]|citation\\s*[:：]|provided by\\b|doi\\s*[:：]|this (?:document|content|site) is (?:subject to|©|copyright)",
  "a version of this (?:article|story)|this (?:article|story) (?:appeared|first) in|from the .{3,60} edition$|contributing\\s*[:：]",
  "in\\s*[:：] ?\\p{Lu}|\\S+ (?:is a (?:federally )?registered trademark)|.{0,60}\\bregistered trademarks? of\\b",
  "(?:please )?(?:keep|note)\\b.{0,60}\\bcomments?\\b|(?:atención|atenção|attention|achtung|hinweis|note|внимание)\\s*[:：!] ?.{0,20}(?:coment|comment|kommentar|коммент)",
  "—? ?(?:additional )?(?:staff|freelance) (?:writer|reporter)s?\\b|— ?\\S+(?: \\S+){1,4}$",
  "skip advertisement|thanks for reading.*",
  "(?:press|contact|media) (?:contact|information|inquiries)s?\\s*[:：]",
  "(?:e-?mail|twitter|instagram|facebook|phone|tel|fax|website)\\s*[:：] ?\\S+",
  "\\S+@\\S+\\.\\S+$|@\\w{2,20}$|(?:twitter|facebook)\\.com/\\S+$",
  "(?:schlagworte|schlagwörter|themen|stichworte|mots[- ]clés|etiquetas|temas|tag|argomenti|trefwoorden|ämnen|tagi|теги|метки|タグ|标签|標籤|태그)\\s*[:：]",
  "alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|tutti i diritti riservati|todos os direitos reservados|все права защищены|無断転載|版权所有|版權所有|무단 ?전재",
  "\\p{L}[\\p{L} ]{0,30}(?:기자|특파원)\\s*\\S*@?\\S*$",
  "like this:?$|(?:share|save) this:?$|loading",
);

/** Lines over the text: when, by whom, how long, where on the site. */
export const opening = start(
  "(?:by|von|par|por|di|da|door|af|av|przez|автор|text|texte|words|story)\\s*[:：]?\\s+\\p{Lu}\\S*(?: \\S+){0,9}$",
  "(?:(?:last|first|originally) )?(?:updated|published|posted|modified|created|date|added|edited|reviewed|veröffentlicht|aktualisiert|stand|erstellt|publié|mis à jour|modifié|publicad[oa]|actualizad[oa]|atualizad[oa]|pubblicat[oa]|aggiornat[oa]|gepubliceerd|bijgewerkt|geplaatst|publicerad|uppdaterad|publisert|oppdatert|publiceret|opdateret|julkaistu|opublikowan[oa]|aktualizacja|опубликован[оа]?|обновлен[оа]?|diterbitkan|yayınlanma|güncelleme|公開|更新|発表|发布|發布|입력|수정|등록)(?: (?:on|at|am|le|el|il|em|in|op|den|dnia|by|par|von|por|date))?\\s*[:：|,]?.{0,80}$",
  "(?:[~≈<]? ?\\d{1,3}|one|two|three|a|an)?\\s*[-–]?\\s*(?:min(?:ute|uto|uti|utes|uten|s)?\\.?|minuts?)\\s*(?:read|reading|lesezeit|lesedauer|de lecture|de lectura|di lettura|de leitura|leestijd|lästid|lesetid|læsetid)",
  "(?:reading time|read time|estimated reading|lesezeit|lesedauer|temps de lecture|tiempo de lectura|tempo di lettura|tempo de leitura|leestijd|lästid|lesetid|læsetid|czas czytania|время (?:чтения|на чтение)|okuma süresi|この記事は約|阅读时间|预计阅读)",
  "(?:home|start|startseite|accueil|inicio|início|главная|首页|首頁|ホーム|홈)\\s*[>»/›|·]",
  "(?:opinion|review|analysis|exclusive|breaking(?: news)?|news|sports?|politics|business|world|technology|culture|entertainment|lifestyle|feature|interview|column|commentary|editorial|meinung|kommentar|analyse|politik|wirtschaft|sport|kultur|tribune|débat|opinión|política|economía|cultura|opinione|política)$",
  "(?:(?:opinion|staff|contributing|guest|senior|news|sports|political|business|science|national) )?(?:columnist|writer|reporter|editor|correspondent|contributor|contributing writer)s?$",
  "(?:listen to this|hear this|audio|listen)(?: (?:article|story))?(?: .{0,20})?$",
  "(?:for |from |special to )?(?:the )?associated press$|(?:reuters|afp|dpa|ap|ansa|efe|\\p{Lu}\\S+ staff)$",
  "https?://\\S+$",
  "(?:gift (?:this )?article|give this article|save (?:this )?(?:article|story)|bookmark|add to .{0,20}|text size.*|font size.*|resize.*|a[+-] ?a?[+-]?.*)$",
);

/** Days written out: a line that is a date and little more. */
export const dateLine =
  /^[^\p{L}\d]*(?:(?:on|am|le|el|il|em|den|mon|tue|wed|thu|fri|sat|sun|\p{L}{3,12}day|\p{L}{3,14}tag|\p{L}+-feira|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica)[.,]?\s+)?(?:\d{1,2}(?:st|nd|rd|th|\.|er|º)?(?:\s+(?:de|of))?[\s./-]+(?:\p{L}{3,12}\.?|\d{1,2})[\s,./-]+(?:de\s+)?\d{4}|\p{L}{3,12}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}|\d{4}[./年년-]\s?\d{1,2}[./月월-]\s?\d{1,2}[日일.]?)(?!\p{L}).{0,60}$/iu;
